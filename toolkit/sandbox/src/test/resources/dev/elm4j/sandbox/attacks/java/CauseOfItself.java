// tries: an exception that is its own cause, of a kind whose cause is looked at
// honest: EXCEPTION
import java.util.Map;

public final class CauseOfItself {
    public static Object run(Map<String, Object> bait) throws Throwable {
        throw new Odd();
    }

    static final class Odd extends ExceptionInInitializerError {
        @Override
        public Throwable getCause() {
            return this;
        }
    }
}

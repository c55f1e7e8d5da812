// tries: an exception that throws when it is asked for its cause
// honest: EXCEPTION
import java.util.Map;

public final class CauseThatThrows {
    public static Object run(Map<String, Object> bait) throws Throwable {
        throw new Odd();
    }

    static final class Odd extends ExceptionInInitializerError {
        @Override
        public Throwable getCause() {
            throw new IllegalStateException("no cause");
        }
    }
}

// tries: an exception whose causes never end
// honest: EXCEPTION, LOAD_ERROR, STACK_OVERFLOW, TIMEOUT
// cpu: 1500
import java.util.Map;

public final class CauseWithoutEnd {
    public static Object run(Map<String, Object> bait) throws Throwable {
        throw new Odd();
    }

    static final class Odd extends ExceptionInInitializerError {
        @Override
        public Throwable getCause() {
            return new Odd();
        }
    }
}

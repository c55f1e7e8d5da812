// tries: to log without end, each time with a trace
// honest: OUTPUT_LIMIT, TIMEOUT, SYNTAX_ERROR, EXCEPTION, LOAD_ERROR
import java.util.Map;

public final class LogsWithoutEnd {
    public static Object run(Map<String, Object> bait) throws Throwable {
        Object logger = Class.forName("java.util.logging.Logger").getMethod("getLogger", String.class).invoke(null, "x".repeat(10_000));
        while (true) {
            logger.getClass().getMethod("severe", String.class).invoke(logger, "y".repeat(10_000));
        }
    }
}

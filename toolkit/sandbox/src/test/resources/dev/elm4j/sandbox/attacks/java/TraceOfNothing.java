// tries: an exception whose trace holds nothing, lies, or is as long as memory
// honest: EXCEPTION, MEMORY_LIMIT
import java.util.Map;

public final class TraceOfNothing {
    public static Object run(Map<String, Object> bait) throws Throwable {
        throw new RuntimeException("odd") {
            @Override
            public StackTraceElement[] getStackTrace() {
                return new StackTraceElement[] {null, new StackTraceElement("TraceOfNothing", "run", null, Integer.MIN_VALUE)};
            }

            @Override
            public String getMessage() {
                return "\ud800\0".repeat(3000);
            }
        };
    }
}

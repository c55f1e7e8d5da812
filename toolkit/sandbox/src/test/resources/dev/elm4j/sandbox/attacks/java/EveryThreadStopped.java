// tries: to stop every thread that there is, the compiler's and the collector's helpers too
// honest: VALID, EXCEPTION, EXIT, CRASH, TIMEOUT
// wall: 3000
import java.util.Map;

public final class EveryThreadStopped {
    public static Object run(Map<String, Object> bait) throws Throwable {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread != Thread.currentThread()) {
                try {
                    Thread.class.getMethod("stop").invoke(thread);
                } catch (Exception refused) {
                    // the next one
                }
            }
        }
        return "stopped";
    }
}

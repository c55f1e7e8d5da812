// tries: to start threads until nothing goes any more; stops at 3,000
// chosen: true
// honest: VALID, MEMORY_LIMIT, EXCEPTION, TIMEOUT, CRASH
// never: ^started [0-9]{4}
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

public final class ThreadBomb {
    public static String run(Map<String, Object> bait) {
        int started = 0;
        try {
            for (; started < 3000; started++) {
                var thread = new Thread(null, LockSupport::park, "bomb", 1);
                thread.setDaemon(true);
                thread.start();
            }
        } catch (Throwable enough) {
            // counted
        }
        return "started " + started;
    }
}

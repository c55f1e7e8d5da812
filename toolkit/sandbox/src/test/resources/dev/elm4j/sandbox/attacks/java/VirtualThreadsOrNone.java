// tries: a hundred thousand threads of the light kind, where there are any
// honest: VALID, MEMORY_LIMIT, EXCEPTION, TIMEOUT
import java.util.Map;

public final class VirtualThreadsOrNone {
    public static Object run(Map<String, Object> bait) throws Throwable {
        int started = 0;
        try {
            var start = Thread.class.getMethod("startVirtualThread", Runnable.class);
            for (; started < 100_000; started++) {
                start.invoke(null, (Runnable) java.util.concurrent.locks.LockSupport::park);
            }
        } catch (NoSuchMethodException older) {
            // not in this version
        }
        return "started " + started;
    }
}

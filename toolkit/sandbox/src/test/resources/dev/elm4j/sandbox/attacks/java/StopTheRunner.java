// tries: to interrupt, suspend and rename every other thread of its process
// honest: VALID, TIMEOUT, CRASH, EXIT, PROTOCOL, EXCEPTION
// wall: 2000
import java.util.Map;

public final class StopTheRunner {
    public static String run(Map<String, Object> bait) {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        var threads = new Thread[64];
        int count = group.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i] != Thread.currentThread()) {
                threads[i].interrupt();
                try {
                    threads[i].setPriority(1);
                    threads[i].setContextClassLoader(null);
                    Thread.class.getMethod("suspend").invoke(threads[i]);
                } catch (Exception refused) {
                    // the next one
                }
            }
        }
        return "stopped " + (count - 1);
    }
}

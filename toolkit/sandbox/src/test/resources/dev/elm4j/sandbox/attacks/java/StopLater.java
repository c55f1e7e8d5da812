// tries: to stop the thread of its caller after it has returned
// honest: VALID, EXCEPTION, EXIT, CRASH
// wall: 10000
import java.util.Collections;
import java.util.Map;

public final class StopLater {
    public static Object run(Map<String, Object> bait) throws Throwable {
        Thread victim = Thread.currentThread();
        for (int i = 0; i < 3; i++) {
            var thread = new Thread(() -> {
                try {
                    while (true) {
                        Thread.class.getMethod("stop").invoke(victim);
                    }
                } catch (Exception refused) {
                    // then not
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        return Collections.nCopies(100_000, 7);
    }
}

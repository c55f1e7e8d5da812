// tries: to use the time of many threads
// chosen: true
// honest: TIMEOUT
// cpu: 300
import java.util.Map;

public final class BusyThreads {
    static volatile long count;

    public static String run(Map<String, Object> bait) throws Exception {
        var threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                while (true) {
                    count++;
                }
            });
            threads[i].start();
        }
        threads[0].join();
        return "";
    }
}

// tries: to answer, and to keep its process alive by a thread that burns
// honest: VALID, TIMEOUT
// cpu: 400
import java.util.Map;

public final class ThreadThatHoldsTheExit {
    static volatile long count;

    public static String run(Map<String, Object> bait) {
        new Thread(() -> {
            while (true) {
                count++;
            }
        }).start();
        return "answered, and a thread burns";
    }
}

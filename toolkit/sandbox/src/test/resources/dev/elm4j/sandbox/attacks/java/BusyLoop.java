// tries: to run for ever
// honest: TIMEOUT
// cpu: 300
import java.util.Map;

public final class BusyLoop {
    static volatile long count;

    public static String run(Map<String, Object> bait) {
        while (true) {
            count++;
        }
    }
}

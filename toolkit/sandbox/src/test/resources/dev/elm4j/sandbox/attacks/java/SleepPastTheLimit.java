// tries: to sleep for an hour
// chosen: true
// honest: TIMEOUT
// wall: 1500
import java.util.Map;

public final class SleepPastTheLimit {
    public static String run(Map<String, Object> bait) throws Exception {
        Thread.sleep(3_600_000);
        return "";
    }
}

// tries: to close and replace the streams, and to answer
// honest: VALID
import java.util.Map;

public final class StreamsGone {
    public static String run(Map<String, Object> bait) {
        System.out.close();
        System.err.close();
        System.setOut(null);
        System.setErr(null);
        return "answered";
    }
}

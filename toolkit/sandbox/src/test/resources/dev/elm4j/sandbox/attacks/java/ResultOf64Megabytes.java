// tries: to answer with a string of 64 MB
// honest: RESULT_TOO_LARGE, MEMORY_LIMIT
import java.util.Map;

public final class ResultOf64Megabytes {
    public static String run(Map<String, Object> bait) {
        return "x".repeat(64 << 20);
    }
}

// tries: one allocation of 16 GB
// honest: MEMORY_LIMIT
import java.util.Map;

public final class HugeArray {
    public static String run(Map<String, Object> bait) {
        return "held " + new long[Integer.MAX_VALUE - 8].length;
    }
}

// tries: to take all memory
// chosen: true
// honest: MEMORY_LIMIT
// memory: 128
import java.util.ArrayList;
import java.util.Map;

public final class MemoryBomb {
    public static String run(Map<String, Object> bait) {
        var kept = new ArrayList<byte[]>();
        for (int i = 0; i < 8192; i++) {
            kept.add(new byte[1 << 20]);
        }
        return "held " + kept.size() + " MB";
    }
}

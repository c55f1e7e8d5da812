// tries: to take memory outside of the heap
// honest: MEMORY_LIMIT, CRASH
// memory: 128
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Map;

public final class DirectMemory {
    public static String run(Map<String, Object> bait) {
        var kept = new ArrayList<ByteBuffer>();
        for (int i = 0; i < 512; i++) {
            kept.add(ByteBuffer.allocateDirect(16 << 20));
        }
        return "held " + 16 * kept.size() + " MB";
    }
}

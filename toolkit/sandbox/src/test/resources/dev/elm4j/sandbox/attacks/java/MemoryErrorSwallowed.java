// tries: to take all memory again and again, and to swallow the error
// honest: TIMEOUT, MEMORY_LIMIT, CRASH
// memory: 128
// cpu: 500
import java.util.ArrayList;
import java.util.Map;

public final class MemoryErrorSwallowed {
    public static String run(Map<String, Object> bait) {
        var kept = new ArrayList<byte[]>();
        while (true) {
            try {
                kept.add(new byte[1 << 16]);
            } catch (Throwable full) {
                kept.trimToSize();
            }
        }
    }
}

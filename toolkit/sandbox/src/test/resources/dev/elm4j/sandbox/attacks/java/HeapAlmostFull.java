// tries: to keep the collector busy with a heap that is nearly full
// honest: TIMEOUT, MEMORY_LIMIT
// memory: 128
// cpu: 800
import java.util.ArrayList;
import java.util.Map;

public final class HeapAlmostFull {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var kept = new ArrayList<Object>();
        for (int i = 0; i < 3_400_000; i++) {
            kept.add(new Object());
        }
        long sum = 0;
        while (true) {
            sum += new int[64].length;
            kept.set((int) (sum % kept.size()), new Object());
        }
    }
}

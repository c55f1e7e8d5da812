// tries: to fill a table of the virtual machine with strings
// honest: MEMORY_LIMIT, TIMEOUT
// memory: 128
// cpu: 700
import java.util.ArrayList;
import java.util.Map;

public final class InternBomb {
    public static String run(Map<String, Object> bait) {
        var kept = new ArrayList<String>();
        for (int i = 0; i < 50_000_000; i++) {
            kept.add(("a rather long text that nobody else has, number " + i).intern());
        }
        return "held " + kept.size();
    }
}

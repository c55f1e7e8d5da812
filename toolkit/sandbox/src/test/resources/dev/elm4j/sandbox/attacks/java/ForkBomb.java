// tries: to start processes until nothing goes any more; stops at 200
// honest: VALID
// never: ^started
import java.util.Map;

public final class ForkBomb {
    public static String run(Map<String, Object> bait) {
        int started = 0;
        for (int i = 0; i < 200; i++) {
            try {
                new ProcessBuilder("sleep", "5").start();
                started++;
            } catch (Exception | Error refused) {
                // as it should be
            }
        }
        return started == 0 ? "refused" : "started " + started;
    }
}

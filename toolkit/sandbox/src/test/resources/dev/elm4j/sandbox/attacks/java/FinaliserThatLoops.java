// tries: to loop while an object is cleared away
// honest: VALID, TIMEOUT
// cpu: 500
import java.util.Map;

public final class FinaliserThatLoops {
    static volatile long count;

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
        while (true) {
            count++;
        }
    }

    public static String run(Map<String, Object> bait) {
        new FinaliserThatLoops();
        System.gc();
        return "answered";
    }
}

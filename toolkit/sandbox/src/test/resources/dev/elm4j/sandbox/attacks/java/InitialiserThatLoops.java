// tries: to loop before its entry point is called
// chosen: true
// honest: TIMEOUT
// cpu: 300
import java.util.Map;

public final class InitialiserThatLoops {
    static volatile long count;

    static {
        while (count >= 0) {
            count++;
        }
    }

    public static String run(Map<String, Object> bait) {
        return "never";
    }
}

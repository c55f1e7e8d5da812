// tries: to call itself without end
// chosen: true
// honest: STACK_OVERFLOW
import java.util.Map;

public final class DeepRecursion {
    public static String run(Map<String, Object> bait) {
        return run(bait) + "x";
    }
}

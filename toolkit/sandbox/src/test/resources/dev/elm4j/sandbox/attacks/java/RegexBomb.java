// tries: a pattern that takes exponential time
// honest: TIMEOUT, STACK_OVERFLOW
// cpu: 300
import java.util.Map;

public final class RegexBomb {
    public static String run(Map<String, Object> bait) {
        return "" + ("a".repeat(60) + "b").matches("(a|aa|a?)+\\1c");
    }
}

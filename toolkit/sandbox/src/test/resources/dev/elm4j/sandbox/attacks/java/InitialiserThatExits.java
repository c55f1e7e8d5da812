// tries: to end before its entry point is called
// honest: EXIT
import java.util.Map;

public final class InitialiserThatExits {
    static {
        Runtime.getRuntime().halt(0);
    }

    public static String run(Map<String, Object> bait) {
        return "never";
    }
}

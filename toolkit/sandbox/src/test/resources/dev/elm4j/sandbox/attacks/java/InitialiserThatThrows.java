// tries: a class that cannot be initialised
// honest: LOAD_ERROR, EXCEPTION
import java.util.Map;

public final class InitialiserThatThrows {
    static final int NUMBER = Integer.parseInt("no number");

    public static String run(Map<String, Object> bait) {
        return "never";
    }
}

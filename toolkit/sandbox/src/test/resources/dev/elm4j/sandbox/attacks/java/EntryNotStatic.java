// tries: an entry point that needs an object, beside one that takes other arguments
// honest: LOAD_ERROR, TYPE_ERROR
import java.util.Map;

public final class EntryNotStatic {
    public String run(Map<String, Object> bait) {
        return "never";
    }

    public static String run(int number, int other) {
        return "never";
    }
}

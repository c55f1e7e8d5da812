// tries: a short format that asks for a gigabyte
// honest: MEMORY_LIMIT, EXCEPTION
// memory: 128
import java.util.Map;

public final class WidthOfABillion {
    public static Object run(Map<String, Object> bait) throws Throwable {
        return String.format("%999999999d", 1).length() + String.format("%.999999999f", 1.5).length();
    }
}

// tries: to answer with 100,000 lists in each other
// honest: RESULT_TOO_LARGE
import java.util.List;
import java.util.Map;

public final class ResultNestedDeeply {
    public static Object run(Map<String, Object> bait) {
        Object value = "x";
        for (int i = 0; i < 100_000; i++) {
            value = List.of(value);
        }
        return value;
    }
}

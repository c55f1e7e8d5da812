// tries: to answer with a small object that is huge as text: 2^40 leaves
// honest: RESULT_TOO_LARGE
// cpu: 1000
import java.util.List;
import java.util.Map;

public final class ResultThatDoubles {
    public static Object run(Map<String, Object> bait) {
        Object value = "x";
        for (int i = 0; i < 40; i++) {
            value = new Object[] {value, value};
        }
        return value;
    }
}

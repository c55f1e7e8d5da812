// tries: objects that say of themselves 50 MB each
// honest: VALID, RESULT_TOO_LARGE, MEMORY_LIMIT
import java.util.List;
import java.util.Map;

public final class ResultWithHugeText {
    public static Object run(Map<String, Object> bait) {
        Object huge = new Object() {
            @Override
            public String toString() {
                return "x".repeat(50 << 20);
            }
        };
        return List.of(huge, huge, huge);
    }
}

// tries: to go on from the end of its stack, twice at every level
// honest: TIMEOUT
// cpu: 300
import java.util.Map;

public final class FinallyForEver {
    public static Object run(Map<String, Object> bait) throws Throwable {
        deep();
        return "came back";
    }

    static void deep() {
        try {
            deep();
        } finally {
            deep();
        }
    }
}

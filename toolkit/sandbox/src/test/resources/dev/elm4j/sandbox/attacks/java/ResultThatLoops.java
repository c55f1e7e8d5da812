// tries: to loop while the value is being written
// honest: TIMEOUT, VALID
// cpu: 300
import java.util.Map;

public final class ResultThatLoops {
    public static Object run(Map<String, Object> bait) {
        return new Object() {
            @Override
            public String toString() {
                for (long i = 0; ; i++) {
                    if (i < 0) {
                        return "";
                    }
                }
            }
        };
    }
}

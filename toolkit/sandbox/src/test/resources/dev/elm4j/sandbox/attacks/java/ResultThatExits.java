// tries: to end the process while the value is being written
// honest: EXIT, VALID
import java.util.Map;

public final class ResultThatExits {
    public static Object run(Map<String, Object> bait) {
        return new Object() {
            @Override
            public String toString() {
                Runtime.getRuntime().halt(0);
                return "";
            }
        };
    }
}

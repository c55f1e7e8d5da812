// tries: to print without end
// honest: OUTPUT_LIMIT, TIMEOUT
import java.util.Map;

public final class EndlessOutput {
    public static String run(Map<String, Object> bait) {
        String line = "x".repeat(10_000);
        while (true) {
            System.out.println(line);
        }
    }
}

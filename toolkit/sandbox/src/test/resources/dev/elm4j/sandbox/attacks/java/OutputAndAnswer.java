// tries: to print more than is kept, and to answer
// honest: VALID
// truncated: true
import java.util.Map;

public final class OutputAndAnswer {
    public static String run(Map<String, Object> bait) {
        System.out.print("z".repeat(1_000_000));
        return "printed a megabyte";
    }
}

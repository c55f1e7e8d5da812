// tries: to answer on an interrupted thread, which closes some channels
// honest: VALID
import java.util.Map;

public final class InterruptItself {
    public static Object run(Map<String, Object> bait) throws Throwable {
        Thread.currentThread().interrupt();
        return "x".repeat(500_000);
    }
}

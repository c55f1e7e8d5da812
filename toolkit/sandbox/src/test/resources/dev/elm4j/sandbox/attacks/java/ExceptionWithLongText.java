// tries: an exception that says 20 MB, in a chain that is a circle
// honest: EXCEPTION, MEMORY_LIMIT
import java.util.Map;

public final class ExceptionWithLongText {
    public static String run(Map<String, Object> bait) {
        var first = new IllegalStateException("x".repeat(20 << 20) + "\u001b[31m\0\ud800");
        var second = new RuntimeException(first);
        first.initCause(second);
        first.addSuppressed(second);
        throw first;
    }
}

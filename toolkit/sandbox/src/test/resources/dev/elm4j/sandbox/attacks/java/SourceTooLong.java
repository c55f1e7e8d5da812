// tries: a source of a megabyte
// honest: SYNTAX_ERROR, COMPILE_LIMIT, LOAD_ERROR, REJECTED
// expand: LONG 500000 //
LONG
import java.util.Map;

public final class SourceTooLong {
    public static String run(Map<String, Object> bait) {
        return "compiled";
    }
}

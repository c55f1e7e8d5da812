// tries: a source that reads otherwise than it looks: escapes that end a comment
// honest: VALID, SYNTAX_ERROR
// never: ^started
import java.util.Map;

public final class EscapedSource {
    public static String run(Map<String, Object> bait) {
        /* harmless \u002a\u002f try { new ProcessBuilder("id").start(); return "started"; } catch (Exception refused) {} /* */
        return "refused";
    }
}

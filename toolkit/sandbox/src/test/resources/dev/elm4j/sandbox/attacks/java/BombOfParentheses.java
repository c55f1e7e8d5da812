// tries: to use up the stack of the parser
// chosen: true
// honest: SYNTAX_ERROR, COMPILE_LIMIT, VALID
// compile: 1500
// expand: OPEN 12000 (
// expand: CLOSE 12000 )
import java.util.Map;

public final class BombOfParentheses {
    public static String run(Map<String, Object> bait) {
        return "" + OPEN1CLOSE;
    }
}

// tries: a method too large for a class file
// honest: SYNTAX_ERROR, COMPILE_LIMIT, VALID
// compile: 1500
// expand: MANY 3000 s+="x"+s;
import java.util.Map;

public final class BombOfCases {
    public static String run(Map<String, Object> bait) {
        String s = "";
        int n = bait.size();
        if (n > 100) {
            MANY
        }
        return s;
    }
}

// tries: blocks and classes within each other
// honest: SYNTAX_ERROR, COMPILE_LIMIT, VALID
// compile: 1500
// expand: OPEN 3000 {if(n>0)
// expand: CLOSE 3000 }
import java.util.Map;

public final class BombOfBlocks {
    public static String run(Map<String, Object> bait) {
        int n = bait.size();
        OPEN n++; CLOSE
        return "" + n;
    }
}

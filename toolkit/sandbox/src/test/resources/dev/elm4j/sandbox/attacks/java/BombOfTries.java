// tries: nested finally blocks, each of which is copied into each: 2^20 copies
// honest: SYNTAX_ERROR, COMPILE_LIMIT, VALID
// compile: 1500
// expand: OPEN 24 try{n++;}finally{
// expand: CLOSE 24 }
import java.util.Map;

public final class BombOfTries {
    public static String run(Map<String, Object> bait) {
        int n = 0;
        OPEN n++; CLOSE
        return "" + n;
    }
}

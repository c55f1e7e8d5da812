// tries: to use up the stack of the compiler: one sum of 15,000 terms
// honest: SYNTAX_ERROR, COMPILE_LIMIT, VALID
// compile: 1500
// expand: TERMS 15000 +n
import java.util.Map;

public final class BombOfSums {
    public static String run(Map<String, Object> bait) {
        int n = bait.size();
        return "" + (n TERMS);
    }
}

// tries: more classes than a program can need
// honest: SYNTAX_ERROR, COMPILE_LIMIT, VALID, REJECTED, LOAD_ERROR, RESULT_TOO_LARGE
// compile: 1500
// expand: MANY 4000 new Object(){},
import java.util.Map;

public final class ManyClasses {
    public static String run(Map<String, Object> bait) {
        Object[] many = bait.size() > 100 ? new Object[] {MANY null} : new Object[0];
        return "" + many.length;
    }
}

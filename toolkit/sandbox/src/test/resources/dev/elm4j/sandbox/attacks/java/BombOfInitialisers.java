// tries: values of arrays within each other
// honest: SYNTAX_ERROR, COMPILE_LIMIT
// expand: OPEN 6000 {
// expand: SHUT 6000 }

public final class BombOfInitialisers {
    static Object[] field = OPEN 1 SHUT;

    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}

// tries: a chain of four thousand conditions
// honest: SYNTAX_ERROR, COMPILE_LIMIT, VALID
// expand: MANY 2500 else if (n == 1) {}

public final class BombOfElses {
    static void chain(int n) {
        if (n == 0) {} MANY
    }

    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}

// tries: a chain of twenty thousand calls
// honest: SYNTAX_ERROR, COMPILE_LIMIT, VALID
// expand: MANY 9000 .x()

public final class BombOfSelectors {
    BombOfSelectors x() {
        return this;
    }

    static Object chain() {
        return new BombOfSelectors()MANY;
    }

    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}

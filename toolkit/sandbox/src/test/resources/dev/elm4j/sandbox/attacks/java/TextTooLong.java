// tries: a constant of text longer than a class file can hold, grown while it is folded
// honest: SYNTAX_ERROR, COMPILE_LIMIT
// expand: MANY 30000 x

public final class TextTooLong {
    static final String ONE = "MANY";
    static final String ALL = ONE + ONE + ONE + ONE;

    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}

// tries: an exception whose class has a name of thirty thousand letters
// honest: EXCEPTION, SYNTAX_ERROR, COMPILE_LIMIT, LOAD_ERROR
// expand: LONG 30000 x

public final class ClassOfALongName {
    static final class LONG extends RuntimeException {}

    public static String run(java.util.Map<String, Object> bait) {
        throw new LONG();
    }
}

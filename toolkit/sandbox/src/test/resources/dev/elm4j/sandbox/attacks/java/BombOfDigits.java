// tries: numbers of sixty thousand digits
// honest: SYNTAX_ERROR, COMPILE_LIMIT
// expand: MANY 15000 9

public final class BombOfDigits {
    static double whole = MANY.0;
    static float part = 0.MANYf;
    static long large = MANYL;

    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}

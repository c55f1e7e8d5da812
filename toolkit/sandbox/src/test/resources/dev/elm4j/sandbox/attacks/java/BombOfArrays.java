// tries: arrays in arrays, deeper than a virtual machine knows
// honest: SYNTAX_ERROR, COMPILE_LIMIT
// expand: MANY 3000 []

public final class BombOfArrays {
    static int MANY field;

    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}

// tries: conditions within conditions, whose type depends on all of them
// honest: SYNTAX_ERROR, COMPILE_LIMIT, VALID

public final class BombOfChoices {
    static <T> T same(T one, T two) {
        return one;
    }

    static Object choose(boolean yes) {
        return same(yes ? 0 : "x", same(yes ? 1 : "x", same(yes ? 2 : "x", same(yes ? 3 : "x", same(yes ? 4 : "x", same(yes ? 5 : "x", same(yes ? 6 : "x", same(yes ? 7 : "x", same(yes ? 8 : "x", same(yes ? 9 : "x", same(yes ? 10 : "x", same(yes ? 11 : "x", same(yes ? 12 : "x", same(yes ? 13 : "x", same(yes ? 14 : "x", same(yes ? 15 : "x", same(yes ? 16 : "x", same(yes ? 17 : "x", same(yes ? 18 : "x", same(yes ? 19 : "x", same(yes ? 20 : "x", same(yes ? 21 : "x", same(yes ? 22 : "x", same(yes ? 23 : "x", 1L))))))))))))))))))))))));
    }

    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}

// tries: a question of subtypes that never ends, for the compiler
// honest: SYNTAX_ERROR, COMPILE_LIMIT

interface Holds<Z> {}

class Circle<X> implements Holds<Holds<? super Circle<Circle<X>>>> {}

public final class BombOfSubtypes {
    static Holds<? super Circle<Byte>> ask(Circle<Byte> circle) {
        return circle;
    }

    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}

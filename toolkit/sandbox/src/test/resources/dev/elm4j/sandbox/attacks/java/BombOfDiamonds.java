// tries: types left out, within each other, which take exponential time to be found
// honest: SYNTAX_ERROR, COMPILE_LIMIT, VALID

public final class BombOfDiamonds {
    static class Box<T, U> {
        Box(T one, U two) {}

        Box(U one, T two, int more) {}
    }

    static Object boxes() {
        return new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(new Box<>(1, 2, 3), 3), 3), 3), 3), 3), 3), 3), 3), 3), 3), 3), 3), 3), 3), 3), 3), 3), 3), 3), 3), 3);
    }

    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}

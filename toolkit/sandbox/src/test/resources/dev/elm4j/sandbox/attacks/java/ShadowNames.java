// tries: names that are taken: its own String, Object and System
// honest: VALID, LOAD_ERROR, SYNTAX_ERROR, TYPE_ERROR
public final class ShadowNames {
    public static Object run(java.util.Map<java.lang.String, java.lang.Object> bait) {
        return new String().toString() + System.exit();
    }
}

final class String {
    @Override
    public java.lang.String toString() {
        return "mine ";
    }
}

final class System {
    static java.lang.String exit() {
        return "stays";
    }
}

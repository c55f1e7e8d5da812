// tries: nested generic calls, whose types grow with each other
// honest: SYNTAX_ERROR, COMPILE_LIMIT, VALID
// compile: 1500
import java.util.List;
import java.util.Map;

public final class BombOfGenerics {
    static <A> Map<List<? extends A>, Map<A, List<? super A>>> f(A one) {
        return null;
    }

    public static String run(Map<String, Object> bait) {
        var value = f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f("x"))))))))))))))))))))))));
        var other = bait.isEmpty() ? value : List.of(value);
        return "" + other;
    }
}

// tries: nested lambdas with overloads, whose types take exponential time to be found
// chosen: true
// honest: SYNTAX_ERROR, COMPILE_LIMIT, VALID
// compile: 1500
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

public final class BombOfLambdas {
    static <T> T f(Supplier<T> one) {
        return one.get();
    }

    static <T> T f(java.util.concurrent.Callable<T> one) throws Exception {
        return one.call();
    }

    static <T> T f(Function<T, T> one) {
        return null;
    }

    public static String run(Map<String, Object> bait) throws Exception {
        return f(() -> f(() -> f(() -> f(() -> f(() -> f(() -> f(() -> f(() -> f(() -> f(() -> f(() -> f(() -> f(() -> f(() -> f(() ->
                f(() -> f(() -> f(() -> f(() -> f(() -> f(() -> f(() -> f(() -> f(() -> "x"))))))))))))))))))))))));
    }
}

// tries: a class whose initialiser uses up the stack, asked for again
// honest: LOAD_ERROR, STACK_OVERFLOW, VALID, EXCEPTION
import java.util.Map;

public final class InitialiserWithoutStack {
    public static Object run(Map<String, Object> bait) throws Throwable {
        try {
            return Deep.value;
        } catch (StackOverflowError | ExceptionInInitializerError first) {
            return Deep.value;
        }
    }

    static class Deep {
        static int value = deep(1);

        static int deep(int depth) {
            return deep(depth + 1) + 1;
        }
    }
}

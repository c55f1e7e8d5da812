// tries: a thread with a stack of a terabyte
// honest: MEMORY_LIMIT, VALID, EXCEPTION, CRASH, STACK_OVERFLOW
// memory: 256
import java.util.Map;

public final class ThreadOfOneTerabyte {
    private static int depth;

    public static String run(Map<String, Object> bait) throws Exception {
        var thread = new Thread(null, () -> {
            try {
                deep();
            } catch (StackOverflowError end) {
                // counted
            }
        }, "deep", 1L << 40);
        thread.start();
        thread.join();
        return "went " + depth + " deep";
    }

    private static void deep() {
        depth++;
        deep();
    }
}

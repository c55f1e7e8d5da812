// tries: threads with stacks of a gigabyte, that recurse to their ends
// honest: MEMORY_LIMIT, VALID, TIMEOUT
// memory: 128
// cpu: 5000
import java.util.Map;

public final class ThreadLocalsAndLargeStacks {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var thread = new Thread(null, () -> deep(0), "deep", 1L << 30);
        thread.start();
        thread.join();
        return "came back";
    }

    static int deep(int depth) {
        return deep(depth + 1) + 1;
    }
}

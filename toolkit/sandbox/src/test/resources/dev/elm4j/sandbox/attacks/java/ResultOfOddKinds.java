// tries: values of odd kinds: classes, threads, streams, lambdas, nothing
// honest: VALID, EXCEPTION
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

public final class ResultOfOddKinds {
    public static Object run(Map<String, Object> bait) {
        return Arrays.asList(String.class, Thread.currentThread(), IntStream.iterate(0, i -> i), (Runnable) () -> {}, Optional.empty(),
                new Error("e"), System.out, Runtime.getRuntime(), ResultOfOddKinds.class.getClassLoader(), null);
    }
}

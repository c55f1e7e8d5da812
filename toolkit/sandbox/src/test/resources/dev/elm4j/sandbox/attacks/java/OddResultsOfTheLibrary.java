// tries: objects of the library that are endless, slow or cyclic when they are read
// honest: VALID, RESULT_TOO_LARGE, EXCEPTION, TIMEOUT, STACK_OVERFLOW
// cpu: 2000
import java.util.Map;

public final class OddResultsOfTheLibrary {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var atomic = new java.util.concurrent.atomic.AtomicReference<Object>();
        atomic.set(new Object[] {1, new java.util.concurrent.atomic.AtomicReference<Object>(atomic)});
        var queue = new java.util.concurrent.DelayQueue<>();
        var weak = new java.util.WeakHashMap<Object, Object>();
        weak.put(new Object(), new Object());
        return java.util.Arrays.asList(java.util.stream.Stream.iterate(1, i -> i + 1), new java.math.BigDecimal("1E-2000000000"), queue, weak,
                new java.util.IdentityHashMap<Object, Object>(Map.of(1, 2)), java.util.Optional.of(Map.of()), System.getProperties().keySet(),
                new java.util.BitSet(1 << 20), java.nio.ByteBuffer.allocateDirect(10), Thread.currentThread(), Class.class, Double.MIN_VALUE,
                new java.util.concurrent.CopyOnWriteArrayList<>(new Object[] {1, 'x', "\ud800"}));
    }
}

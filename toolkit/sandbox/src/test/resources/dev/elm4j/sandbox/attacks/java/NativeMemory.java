// tries: memory outside of the heap, by the unsafe door, written to the last byte
// honest: MEMORY_LIMIT, CRASH, EXCEPTION, SYNTAX_ERROR
// memory: 128
// cpu: 6000
import java.lang.reflect.Field;
import java.util.Map;

public final class NativeMemory {
    public static Object run(Map<String, Object> bait) throws Throwable {
        Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Object unsafe = field.get(null);
        var allocate = unsafe.getClass().getMethod("allocateMemory", long.class);
        var set = unsafe.getClass().getMethod("setMemory", long.class, long.class, byte.class);
        try {
            while (true) {
                set.invoke(unsafe, allocate.invoke(unsafe, 1L << 24), 1L << 24, (byte) 1);
            }
        } catch (java.lang.reflect.InvocationTargetException full) {
            throw full.getCause();
        }
    }
}

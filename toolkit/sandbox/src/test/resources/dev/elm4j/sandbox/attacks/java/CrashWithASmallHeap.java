// tries: to crash where memory is small, as if it had been used up
// honest: CRASH, EXCEPTION
// memory: 32
import java.lang.reflect.Field;
import java.util.Map;

public final class CrashWithASmallHeap {
    public static Object run(Map<String, Object> bait) throws Throwable {
        Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Object unsafe = field.get(null);
        unsafe.getClass().getMethod("putAddress", long.class, long.class).invoke(unsafe, 0L, 1L);
        return "wrote";
    }
}

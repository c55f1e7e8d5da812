// tries: to write to address zero by the unsafe door of the library
// chosen: true
// honest: CRASH, EXCEPTION
import java.lang.reflect.Field;
import java.util.Map;

public final class UnsafeWrite {
    public static String run(Map<String, Object> bait) throws Exception {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field field = type.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        type.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 0L, 0L);
        return "wrote to address zero";
    }
}

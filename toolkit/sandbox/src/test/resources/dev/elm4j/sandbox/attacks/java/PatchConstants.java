// tries: to change constants of the library: small integers, empty lists, the text of true
// honest: VALID, CRASH, EXCEPTION, PROTOCOL, RESULT_TOO_LARGE
import java.lang.reflect.Field;
import java.util.Map;

public final class PatchConstants {
    public static String run(Map<String, Object> bait) throws Exception {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field door = type.getDeclaredField("theUnsafe");
            door.setAccessible(true);
            Object unsafe = door.get(null);
            for (int i = 1; i < 100; i++) {
                type.getMethod("putInt", Object.class, long.class, int.class).invoke(unsafe, Integer.valueOf(i), 12L, i + 1);
            }
            return "patched";
        } catch (ReflectiveOperationException absent) {
            return "refused";
        }
    }
}

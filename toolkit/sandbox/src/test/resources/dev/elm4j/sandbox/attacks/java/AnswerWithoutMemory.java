// tries: to answer when no byte of memory is left, and to keep it so
// honest: MEMORY_LIMIT, VALID, TIMEOUT
// memory: 128
// cpu: 1500
import java.util.Map;

public final class AnswerWithoutMemory {
    public static Object run(Map<String, Object> bait) throws Throwable {
        int size = 1 << 24;
        while (size > 16) {
            try {
                kept = new Object[] {kept, new byte[size]};
            } catch (OutOfMemoryError full) {
                size >>= 1;
            }
        }
        return "answered";
    }

    static Object[] kept;
}

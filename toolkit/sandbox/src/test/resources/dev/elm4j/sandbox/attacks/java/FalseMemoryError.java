// tries: to choose its own status: errors of the virtual machine that never happened
// honest: MEMORY_LIMIT, STACK_OVERFLOW, EXCEPTION, LOAD_ERROR
import java.util.Map;

public final class FalseMemoryError {
    public static String run(Map<String, Object> bait) {
        throw new OutOfMemoryError("never happened");
    }
}

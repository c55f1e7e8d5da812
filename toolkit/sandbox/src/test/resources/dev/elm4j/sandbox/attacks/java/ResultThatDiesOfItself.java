// tries: a value that throws the death of its thread while it is written
// honest: EXCEPTION, STACK_OVERFLOW, MEMORY_LIMIT
import java.util.Map;

public final class ResultThatDiesOfItself {
    public static Object run(Map<String, Object> bait) throws Throwable {
        return new Object() {
            @Override
            public String toString() {
                throw new ThreadDeath();
            }
        };
    }
}

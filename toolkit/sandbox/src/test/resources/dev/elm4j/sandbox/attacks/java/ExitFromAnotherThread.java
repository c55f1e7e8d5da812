// tries: to end the process from another thread while its answer is written
// honest: VALID, EXIT
import java.util.Collections;
import java.util.Map;

public final class ExitFromAnotherThread {
    public static Object run(Map<String, Object> bait) throws Throwable {
        for (int i = 0; i < 4; i++) {
            int code = i;
            new Thread(() -> Runtime.getRuntime().exit(code)).start();
        }
        return Collections.nCopies(100_000, 7);
    }
}

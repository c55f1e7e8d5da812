// tries: to swallow whatever would end it
// honest: TIMEOUT
// cpu: 300
import java.util.Map;

public final class CatchEverything {
    public static String run(Map<String, Object> bait) {
        while (true) {
            try {
                Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
                throw new Error();
            } catch (Throwable swallowed) {
                Thread.interrupted();
            }
        }
    }
}

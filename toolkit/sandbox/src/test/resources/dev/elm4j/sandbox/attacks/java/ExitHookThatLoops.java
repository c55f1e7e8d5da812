// tries: to end, and to loop in the hook of the end
// honest: EXIT, TIMEOUT
// cpu: 300
import java.util.Map;

public final class ExitHookThatLoops {
    static volatile long count;

    public static String run(Map<String, Object> bait) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            while (true) {
                count++;
            }
        }));
        System.exit(0);
        return "";
    }
}

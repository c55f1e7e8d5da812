// tries: to answer, and to loop in the hook of the end
// honest: VALID, TIMEOUT
// cpu: 300
import java.util.Map;

public final class AnswerAndHookThatLoops {
    static volatile long count;

    public static String run(Map<String, Object> bait) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            while (true) {
                count++;
            }
        }));
        return "answered";
    }
}

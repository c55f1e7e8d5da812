// tries: to answer, and to let cleaners and references work on without end
// honest: VALID, TIMEOUT
// cpu: 500
import java.util.Map;

public final class CleanersAndReferences {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var cleaner = java.lang.ref.Cleaner.create();
        for (int i = 0; i < 100_000; i++) {
            cleaner.register(new Object(), () -> {
                while (true) {
                    Thread.onSpinWait();
                }
            });
        }
        System.gc();
        return "answered";
    }
}

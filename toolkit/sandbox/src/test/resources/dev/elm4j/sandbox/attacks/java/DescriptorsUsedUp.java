// tries: to use up its descriptors, and to answer with classes that were not loaded yet
// honest: VALID, LOAD_ERROR, EXCEPTION
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;

public final class DescriptorsUsedUp {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var kept = new ArrayList<FileInputStream>();
        try {
            while (true) {
                kept.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException full) {
            // used up
        }
        return new java.util.concurrent.ConcurrentSkipListMap<>(Map.of("answered", java.time.LocalDate.of(2026, 1, 1)));
    }
}

// tries: to have the virtual machine write files: heap dump, recording, log
// honest: VALID
// never: ^dumped
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class DumpHeap {
    public static String run(Map<String, Object> bait) {
        var done = new ArrayList<String>();
        for (String path : List.of(bait.get("drop") + "/heap.hprof", "/tmp/elm4j-attack.hprof")) {
            try {
                Class<?> type = Class.forName("com.sun.management.HotSpotDiagnosticMXBean");
                Object bean = Class.forName("java.lang.management.ManagementFactory")
                        .getMethod("getPlatformMXBean", Class.class)
                        .invoke(null, type);
                type.getMethod("dumpHeap", String.class, boolean.class).invoke(bean, path, true);
                done.add(path);
            } catch (Exception | Error refused) {
                // the next one
            }
        }
        return done.isEmpty() ? "refused" : "dumped " + done;
    }
}

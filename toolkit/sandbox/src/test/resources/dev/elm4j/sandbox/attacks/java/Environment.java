// tries: to find keys in its environment
// honest: VALID
// never: (?i)key|token|secret|password|maven|jupyter|JAVA_|HOME
import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeSet;

public final class Environment {
    public static String run(Map<String, Object> bait) throws Exception {
        var names = new TreeSet<>(System.getenv().keySet());
        try (var in = new FileInputStream("/proc/self/environ")) {
            for (String entry : new String(in.readAllBytes(), "ISO-8859-1").split("\0")) {
                names.add(entry.split("=")[0]);
            }
        } catch (java.io.IOException refused) {
            // as it may be
        }
        return "names " + names;
    }
}

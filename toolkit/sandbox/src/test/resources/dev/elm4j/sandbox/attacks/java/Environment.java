// tries: to find keys in its environment
// honest: VALID
// never: (?i)key|token|secret|password|maven|jupyter|JAVA_|HOME
import java.util.Map;
import java.util.TreeSet;
import java.nio.file.Files;
import java.nio.file.Path;

public final class Environment {
    public static String run(Map<String, Object> bait) throws Exception {
        var names = new TreeSet<>(System.getenv().keySet());
        for (String entry : new String(Files.readAllBytes(Path.of("/proc/self/environ")), "ISO-8859-1").split("\0")) {
            names.add(entry.split("=")[0]);
        }
        return "names " + names;
    }
}

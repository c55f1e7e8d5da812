// tries: to find a descriptor that the supervisor forgot to close
// honest: VALID
// never: ^found
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

public final class InheritedDescriptors {
    public static String run(Map<String, Object> bait) {
        var found = new ArrayList<String>();
        for (int i = 3; i < 512; i++) {
            try {
                String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + i)).toString();
                if (target.matches("(socket|pipe|anon_inode):.*|/(tmp|home|root|dev/(pts|tty)).*") && !target.endsWith(".jar")) {
                    found.add(i + ": " + target);
                }
            } catch (Exception closed) {
                // as it should be
            }
        }
        return found.isEmpty() ? "refused" : "found " + found;
    }
}

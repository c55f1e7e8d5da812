// tries: to make links for the next one to stumble over
// honest: VALID
// never: ^made
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class Links {
    public static String run(Map<String, Object> bait) {
        var done = new ArrayList<String>();
        Path canary = Path.of((String) bait.get("canary"));
        for (String folder : List.of(".", "/tmp", "/dev/shm", (String) bait.get("drop"))) {
            try {
                done.add("" + Files.createSymbolicLink(Path.of(folder, "elm4j-attack-symlink"), canary));
            } catch (Exception refused) {
                // as it should be
            }
            try {
                done.add("" + Files.createLink(Path.of(folder, "elm4j-attack-link"), canary));
            } catch (Exception refused) {
                // as it should be
            }
        }
        return done.isEmpty() ? "refused" : "made " + done;
    }
}

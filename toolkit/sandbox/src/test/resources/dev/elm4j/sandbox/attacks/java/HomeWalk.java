// tries: to read whatever lies in homes and shared folders
// honest: VALID
// chosen: true
// never: ^read
import java.io.File;
import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class HomeWalk {
    private static final List<String> DONE = new ArrayList<>();

    public static String run(Map<String, Object> bait) {
        for (String top : List.of((String) bait.get("home"), "/root", "/home", "/tmp", "/var/tmp", "/dev/shm", ".",
                System.getProperty("user.home", "/x"))) {
            walk(new File(top), 4);
        }
        return DONE.isEmpty() ? "refused" : "read " + DONE;
    }

    private static void walk(File file, int depth) {
        File[] inside = file.listFiles();
        if (inside != null && depth > 0 && DONE.size() < 20) {
            for (File each : inside) {
                walk(each, depth - 1);
            }
        } else if (file.isFile()) {
            try {
                DONE.add(file + ": " + new FileInputStream(file).read());
            } catch (Exception refused) {
                // as it should be
            }
        }
    }
}

// tries: to fill the disk with data and with files; stops early
// honest: VALID
// never: ^wrote
import java.io.FileOutputStream;
import java.util.List;
import java.util.Map;

public final class DiskFlood {
    public static String run(Map<String, Object> bait) {
        long written = 0;
        for (String folder : List.of(".", "/tmp", "/var/tmp", "/dev/shm", (String) bait.get("drop"))) {
            for (int i = 0; i < 200; i++) {
                try (var out = new FileOutputStream(folder + "/elm4j-attack-" + i)) {
                    out.write(new byte[1 << 18]);
                    written += 1 << 18;
                } catch (Exception refused) {
                    break;
                }
            }
        }
        return written == 0 ? "refused" : "wrote " + written;
    }
}

// tries: to read the password hashes of the host
// honest: EXCEPTION
import java.io.FileInputStream;
import java.util.Map;

public final class ShadowRead {
    public static String run(Map<String, Object> bait) throws Exception {
        try (var in = new FileInputStream("/etc/shadow")) {
            return "read /etc/shadow: " + in.readAllBytes().length + " bytes";
        }
    }
}

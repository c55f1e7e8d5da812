// tries: to read the users of the host
// honest: EXCEPTION, VALID
// never-on-host: ^read
import java.io.FileInputStream;
import java.util.Map;

public final class FileRead {
    public static String run(Map<String, Object> bait) throws Exception {
        return "read /etc/passwd: " + new FileInputStream("/etc/passwd").readAllBytes().length + " bytes";
    }
}

// tries: to read the users of the host
// honest: EXCEPTION, VALID
// never-on-host: ^read
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

public final class FileRead {
    public static String run(Map<String, Object> bait) throws Exception {
        return "read /etc/passwd: " + Files.readAllBytes(Path.of("/etc/passwd")).length + " bytes";
    }
}

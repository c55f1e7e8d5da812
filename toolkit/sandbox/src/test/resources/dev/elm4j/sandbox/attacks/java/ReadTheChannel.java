// tries: to read requests that are meant for others
// honest: VALID, TIMEOUT
// never: ^read
// wall: 1500
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.util.Map;

public final class ReadTheChannel {
    public static String run(Map<String, Object> bait) throws Exception {
        int fromSystem = System.in.read();
        var channel = new FileInputStream(FileDescriptor.in);
        if (fromSystem >= 0 || channel.available() > 0) {
            return "read " + fromSystem + new String(channel.readNBytes(channel.available()), "ISO-8859-1");
        }
        return "refused";
    }
}

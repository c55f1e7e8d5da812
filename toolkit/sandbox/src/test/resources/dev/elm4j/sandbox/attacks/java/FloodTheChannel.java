// tries: to drown its reader in bytes
// honest: PROTOCOL, CRASH, TIMEOUT, RESULT_TOO_LARGE, EXCEPTION, OUTPUT_LIMIT, EXIT
// cpu: 1500
// wall: 5000
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Map;

public final class FloodTheChannel {
    public static String run(Map<String, Object> bait) throws Exception {
        var channel = new FileOutputStream(FileDescriptor.in);
        channel.write(new byte[] {0, 0, 0, 5, 127, -1, -1, -1});
        var block = new byte[1 << 16];
        while (true) {
            channel.write(block);
        }
    }
}

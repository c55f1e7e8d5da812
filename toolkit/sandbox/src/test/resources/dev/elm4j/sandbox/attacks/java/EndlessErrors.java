// tries: to print without end to the other stream, around System.err
// chosen: true
// honest: OUTPUT_LIMIT, TIMEOUT
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Map;

public final class EndlessErrors {
    public static String run(Map<String, Object> bait) throws Exception {
        var raw = new FileOutputStream(FileDescriptor.err);
        var block = new byte[1 << 16];
        while (true) {
            raw.write(block);
        }
    }
}

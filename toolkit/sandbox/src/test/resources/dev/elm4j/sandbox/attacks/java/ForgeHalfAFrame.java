// tries: to keep its reader waiting for the rest of a frame
// chosen: true
// honest: TIMEOUT, PROTOCOL, CRASH
// wall: 1500
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Map;

public final class ForgeHalfAFrame {
    public static String run(Map<String, Object> bait) throws Exception {
        new FileOutputStream(FileDescriptor.in).write(new byte[] {0, 0, 0, 5, 0, 0, 0, 7, 'o'});
        Thread.sleep(3_600_000);
        return "";
    }
}

// tries: to break readers of its output: no UTF-8, control sequences, frames
// honest: VALID
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Map;

public final class HostileBytesPrinted {
    public static String run(Map<String, Object> bait) throws Exception {
        var raw = new FileOutputStream(FileDescriptor.out);
        raw.write(new byte[] {-1, -2, 0, 27, ']', '0', ';', 7, 27, '[', '2', 'J', -19, -96, -128, 0, 0, 0, 2, '{', '}'});
        System.err.write(new byte[] {-128, -128, -128});
        return "printed";
    }
}

// tries: to read requests through descriptors it makes itself
// honest: VALID, TIMEOUT
// never: ^read
// wall: 1500
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.util.Map;

public final class SystemInOfOthers {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var in = new FileInputStream(FileDescriptor.in);
        return in.available() > 0 ? "read " + in.readNBytes(10).length : "refused";
    }
}

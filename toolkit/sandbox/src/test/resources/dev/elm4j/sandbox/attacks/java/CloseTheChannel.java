// tries: to close its channel and to answer
// honest: CRASH, EXIT, PROTOCOL, EXCEPTION
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.util.Map;

public final class CloseTheChannel {
    public static String run(Map<String, Object> bait) throws Exception {
        new FileInputStream(FileDescriptor.in).close();
        return "answered";
    }
}

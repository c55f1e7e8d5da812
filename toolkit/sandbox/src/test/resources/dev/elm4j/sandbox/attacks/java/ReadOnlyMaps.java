// tries: to map files of the system into memory and to write there
// honest: VALID
// never: ^wrote
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

public final class ReadOnlyMaps {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var done = new ArrayList<String>();
        for (Object name : new Object[] {"/lib/x86_64-linux-gnu/libc.so.6", bait.get("victim"), "/proc/self/mem", "/dev/zero"}) {
            for (FileChannel.MapMode mode : new FileChannel.MapMode[] {FileChannel.MapMode.READ_WRITE, FileChannel.MapMode.PRIVATE}) {
                try (var channel = FileChannel.open(Path.of((String) name))) {
                    channel.map(mode, 0, 4096).put(0, (byte) 1);
                    if (mode == FileChannel.MapMode.READ_WRITE) {
                        done.add((String) name);
                    }
                } catch (Throwable refused) {
                    // the next one
                }
            }
        }
        return done.isEmpty() ? "refused" : "wrote " + done;
    }
}

// tries: to read files whose names it was told, by all the ways of the library
// chosen: true
// honest: VALID
// never: ^read
import java.io.FileReader;
import java.io.RandomAccessFile;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

public final class CanaryRead {
    public static String run(Map<String, Object> bait) {
        var done = new ArrayList<String>();
        for (String key : List.of("canary", "homeCanary", "victim")) {
            String path = (String) bait.get(key);
            List<Callable<Object>> ways = List.of(
                    () -> Files.readString(Path.of(path)),
                    () -> new FileReader(path).read(),
                    () -> new RandomAccessFile(path, "r").readLine(),
                    () -> FileChannel.open(Path.of(path)).size(),
                    () -> new URL("file:" + path).openStream().read(),
                    () -> Files.readString(Path.of("/proc/self/root" + path)),
                    () -> Files.readString(Path.of("/proc/1/root" + path)));
            for (Callable<Object> way : ways) {
                try {
                    done.add(path + ": " + way.call());
                } catch (Exception refused) {
                    // as it should be
                }
            }
        }
        return done.isEmpty() ? "refused" : "read " + done;
    }
}

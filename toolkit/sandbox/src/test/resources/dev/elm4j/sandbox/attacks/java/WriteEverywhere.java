// tries: to leave a file in every folder that programs can usually write to
// chosen: true
// honest: VALID
// never: ^wrote
import java.io.File;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

public final class WriteEverywhere {
    public static String run(Map<String, Object> bait) {
        var done = new ArrayList<String>();
        for (String folder : List.of(".", "/", "/tmp", "/var/tmp", "/dev/shm", "/run", "/run/lock", "/elm4j", "/sandbox", "/root",
                (String) bait.get("home"), (String) bait.get("drop"), System.getProperty("java.io.tmpdir", "/tmp"))) {
            String path = folder + "/elm4j-attack-java";
            List<Callable<Object>> ways = List.of(
                    () -> Files.writeString(Path.of(path), "left"),
                    () -> new FileOutputStream(path, true),
                    () -> new RandomAccessFile(path, "rw"),
                    () -> File.createTempFile("elm4j-attack", "", new File(folder)),
                    () -> Files.createDirectory(Path.of(path + "-folder")),
                    () -> Files.createTempDirectory(Path.of(folder), "elm4j-attack"),
                    () -> new File(path).createNewFile() ? "made" : new File("/none/none").createNewFile());
            for (Callable<Object> way : ways) {
                try {
                    way.call();
                    done.add(path);
                    Files.deleteIfExists(Path.of(path));
                } catch (Exception refused) {
                    // as it should be
                }
            }
        }
        return done.isEmpty() ? "refused" : "wrote " + done;
    }
}

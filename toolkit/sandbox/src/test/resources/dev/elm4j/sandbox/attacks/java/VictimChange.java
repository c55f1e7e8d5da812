// tries: to change, rename, relabel and remove a file that everybody may write
// chosen: true
// honest: VALID
// never: ^did
import java.io.File;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

public final class VictimChange {
    public static String run(Map<String, Object> bait) {
        Path path = Path.of((String) bait.get("victim"));
        var ways = new LinkedHashMap<String, Callable<Object>>();
        ways.put("append", () -> Files.writeString(path, "x", StandardOpenOption.APPEND));
        ways.put("truncate", () -> FileChannel.open(path, StandardOpenOption.WRITE).truncate(0));
        ways.put("rw", () -> new RandomAccessFile(path.toFile(), "rw"));
        ways.put("map", () -> FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)
                .map(FileChannel.MapMode.READ_WRITE, 0, 4));
        ways.put("move", () -> Files.move(path, path.resolveSibling("moved")));
        ways.put("permissions", () -> Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------")));
        ways.put("time", () -> Files.setLastModifiedTime(path, FileTime.fromMillis(0)));
        ways.put("attribute", () -> Files.setAttribute(path, "user:elm4j", new byte[1]));
        ways.put("delete", () -> {
            Files.delete(path);
            return 0;
        });
        var done = new ArrayList<String>();
        ways.forEach((name, way) -> {
            try {
                way.call();
                done.add(name);
            } catch (Exception refused) {
                // as it should be
            }
        });
        File file = path.toFile();
        if (file.setReadable(false) || file.setWritable(false) || file.setLastModified(0) || file.renameTo(new File("x"))) {
            done.add("by File");
        }
        return done.isEmpty() ? "refused" : "did " + done;
    }
}

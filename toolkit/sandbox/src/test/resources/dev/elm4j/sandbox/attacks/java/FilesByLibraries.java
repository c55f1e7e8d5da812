// tries: to leave files by parts of the library that write some: preferences, logs, temporary files, archives
// honest: VALID
// never: ^wrote
import java.io.File;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;

public final class FilesByLibraries {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var done = new ArrayList<String>();
        String drop = (String) bait.get("drop");
        Callable<?>[] acts = {
            () -> File.createTempFile("elm4j-attack", "x"),
            () -> File.createTempFile("elm4j-attack", "x", new File(drop)),
            () -> Files.createTempDirectory("elm4j-attack"),
            () -> FileSystems.newFileSystem(URI.create("jar:file:" + drop + "/elm4j-attack.zip"), Map.of("create", "true")).getPath("/"),
            () -> Class.forName("java.util.logging.FileHandler").getConstructor(String.class).newInstance(drop + "/elm4j-attack.log"),
            () -> {
                Object root = Class.forName("java.util.prefs.Preferences").getMethod("userRoot").invoke(null);
                root.getClass().getMethod("put", String.class, String.class).invoke(root, "elm4j-attack", "x");
                root.getClass().getMethod("flush").invoke(root);
                return root;
            },
            () -> new RandomAccessFile(drop + "/elm4j-attack", "rw"),
            () -> FileChannel.open(Path.of(drop, "elm4j-attack"), StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            () -> new java.io.PrintStream(drop + "/elm4j-attack"),
        };
        for (int i = 0; i < acts.length; i++) {
            try {
                acts[i].call();
                done.add("" + i);
            } catch (Throwable refused) {
                // the next one
            }
        }
        return done.isEmpty() ? "refused" : "wrote " + done;
    }
}

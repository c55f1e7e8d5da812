package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Says which file system is full, where one is; and writes so that this can be said.
 *
 * <pre>{@code
 * Room.lacks("no room in /var/tmp: No space left on device");   // "true"
 * }</pre>
 */
public final class Room {

    private static final String NONE = "no room in ";

    private static final Pattern FULL = Pattern.compile("No space left on device|Disk quota exceeded");

    private Room() {}

    /** Whether a reason why a worker did not start is a full file system. */
    public static boolean lacks(String reason) {
        return reason.contains(NONE);
    }

    /** Writes a file. What the runtime throws of a full file system names none. */
    static void write(Path file, byte[] bytes) throws IOException {
        try {
            Files.write(file, bytes);
        } catch (FileSystemException named) {
            throw named;
        } catch (IOException nameless) {
            throw new FileSystemException(file.toString(), null, nameless.getMessage());
        }
    }

    /** What went wrong in few words; of a full file system, in which folder. */
    static String words(IOException fault) {
        if (fault instanceof FileSystemException named
                && named.getFile() != null
                && FULL.matcher(String.valueOf(named.getReason())).find()) {
            return NONE + Path.of(named.getFile()).getParent() + ": " + named.getReason();
        }
        return fault.getMessage();
    }
}

package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** Files that are there as a whole or not at all, readable by everybody. */
final class WholeFile {

    /** How the name of a file ends that is just being written. */
    static final String DRAFT = ".new";

    private WholeFile() {}

    /** Writes the file, unless exactly these bytes are there. */
    static void write(Path file, byte[] bytes) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Path draft = Files.createTempFile(file.getParent(), "." + file.getFileName(), DRAFT);
        try {
            Room.write(draft, bytes);
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}

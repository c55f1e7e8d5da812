package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders that only this user can write to and everybody can read; made, or checked and refused. */
final class OwnFolder {

    private static final Path SHARED = Path.of("/var/tmp");

    private OwnFolder() {}

    /** The effective user id of this process. */
    static int uid() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("Uid:")) {
                return Integer.parseUnsignedInt(line.split("\\s+")[2]);
            }
        }
        throw new IOException("/proc/self/status tells no user id");
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** For what programs under other user ids must reach, where the home is closed to them: {@code /var/tmp/elm4j-sandbox-UID}. */
    static Path shared() throws IOException {
        return make(SHARED.resolve("elm4j-sandbox-" + uid()));
    }

    /** The folder, made where it is not there. */
    static Path make(Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException present) {
            check(folder);
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    /** @throws IOException if it is not a folder of this user's own */
    private static void check(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || uid(folder) != uid()) {
            throw new IOException(folder + " must be a folder of this user, but somebody else made it; remove it");
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
        if (permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || permissions.contains(PosixFilePermission.GROUP_WRITE)) {
            throw new IOException(
                    folder + " must be writable by this user only, but others may write to it; remove it");
        }
    }

    /** Whether everybody may pass through it and all folders above it; those that are not there yet would be so. */
    static boolean isOpen(Path folder) throws IOException {
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at) && !Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}

package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

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

    /** The folder of the home if it is this user's and everybody may pass through it, else the shared one. */
    static Path of(Home home) throws IOException {
        Path folder = home.folder();
        if (!isOpen(folder)) {
            return shared();
        }
        try {
            return make(folder);
        } catch (IOException somebodyElses) {
            return shared();
        }
    }

    /**
     * The folder, made where it is not there. What others could have put there before is for the caller to look at.
     *
     * @throws IOException if somebody else made it
     */
    static Path make(Path folder) throws IOException {
        return make(folder, "rwxr-xr-x");
    }

    /** The same for what is nobody else's to see. */
    static Path makeClosed(Path folder) throws IOException {
        return make(folder, "rwx------");
    }

    private static Path make(Path folder, String permissions) throws IOException {
        Files.createDirectories(folder.getParent());
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException present) {
            if (!isOwn(folder)) {
                throw new IOException(folder + " must be a folder of this user, but somebody else made it; remove it");
            }
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        return folder;
    }

    /** Whether it is a folder, no link to one, and this user's. */
    static boolean isOwn(Path folder) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && isThisUsers(folder);
    }

    /** Whether it belongs to this user; of a link, whether the link does. */
    static boolean isThisUsers(Path path) throws IOException {
        return uid(path) == uid();
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

package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders of worker files side by side, one for each version of them. Beside a folder lies an empty file for each process
 * that uses it.
 */
final class WorkerFolders {

    private static final Pattern FOLDER = Pattern.compile("worker-[0-9a-f]{12}");
    private static final Pattern USE = Pattern.compile("(" + FOLDER.pattern() + ")-(" + Owner.NAME + ")");

    /** Versions before did not say who used them. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** Of uses by machines that cannot be asked. */
    private static final Duration LONGEST_USE = Duration.ofDays(30);

    private final Path parent;

    /** Those in a folder that only this user writes to. */
    WorkerFolders(Path parent) {
        this.parent = parent;
    }

    /** That of one version, in use by this process from now on. */
    Path use(String version) throws IOException {
        Path use = parent.resolve("worker-" + version + "-" + Owner.current().name());
        try {
            Files.createFile(use);
        } catch (FileAlreadyExistsException again) {
            Files.setLastModifiedTime(use, FileTime.from(Instant.now()));
        }
        return OwnFolder.make(parent.resolve("worker-" + version));
    }

    /** Removes folders, but this one, that nobody uses and nobody changed for a day; and what the dead said they used. */
    void removeOld(Path folder) throws IOException {
        for (Path use : children(USE)) {
            if (!isAlive(use)) {
                Files.deleteIfExists(use);
            }
        }
        List<Path> uses = children(USE);
        for (Path other : children(FOLDER)) {
            boolean used =
                    uses.stream().anyMatch(use -> use.getFileName().toString().startsWith(other.getFileName() + "-"));
            if (!used && !other.equals(folder) && isOlder(other, KEPT) && OwnFolder.isOwn(other)) {
                Sweep.remove(other);
            }
        }
    }

    private static boolean isAlive(Path use) throws IOException {
        Matcher matcher = USE.matcher(use.getFileName().toString());
        Optional<Owner> owner = matcher.matches() ? Owner.parse(matcher.group(2)) : Optional.empty();
        return owner.filter(someone -> !someone.isDead()).isPresent()
                && (owner.get().place().equals(Place.here()) || !isOlder(use, LONGEST_USE));
    }

    private static boolean isOlder(Path path, Duration age) throws IOException {
        Instant changed =
                Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
        return changed.isBefore(Instant.now().minus(age));
    }

    private List<Path> children(Pattern name) throws IOException {
        try (Stream<Path> paths = Files.list(parent)) {
            return paths.filter(
                            path -> name.matcher(path.getFileName().toString()).matches())
                    .toList();
        }
    }
}

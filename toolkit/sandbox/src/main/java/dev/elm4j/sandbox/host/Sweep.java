package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Removes what kernels left that did not end by themselves: only what carries our name and that of its owner, belongs to this
 * user, and only where the owner is dead.
 *
 * <pre>{@code
 * Sweep.files();
 * }</pre>
 */
public final class Sweep {

    private static final Pattern OWNED = Pattern.compile("(?:" + Bait.PREFIX + ")?(" + Owner.NAME + ")-.*");

    private Sweep() {}

    /** Folders of slots, and the files that probes leave about. */
    public static void files() {
        try {
            Path slots = Home.slots(OwnFolder.of(Home.ofProcess()));
            if (OwnFolder.isOwn(slots)) {
                orphans(slots, "").forEach(Sweep::remove);
            }
        } catch (IOException noFolder) {
            // then no slot has one either
        }
        canaries(Path.of(System.getProperty("java.io.tmpdir")));
        canaries(Path.of(System.getProperty("user.home")));
    }

    /**
     * In folders that others may write to too. Nothing but files of this user's, one by one: what looks like a folder of ours
     * there may be a link to another one a moment later.
     */
    static void canaries(Path folder) {
        for (Path path : orphans(folder, Bait.PREFIX)) {
            try {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && OwnFolder.isThisUsers(path)) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException left) {
                // the next sweep tries again
            }
        }
    }

    private static List<Path> orphans(Path folder, String prefix) {
        return children(folder).stream()
                .filter(path -> path.getFileName().toString().startsWith(prefix))
                .filter(path -> owner(path.getFileName().toString())
                        .filter(Owner::isDead)
                        .isPresent())
                .toList();
    }

    private static Optional<Owner> owner(String name) {
        Matcher matcher = OWNED.matcher(name);
        return matcher.matches() ? Owner.parse(matcher.group(1)) : Optional.empty();
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        } catch (IOException | UncheckedIOException absent) {
            return List.of();
        }
    }

    /** A file, or a folder with all that is in it; never through a link. Only within folders that nobody else writes to. */
    static void remove(Path path) {
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException left) {
            // the next sweep tries again
        }
    }
}

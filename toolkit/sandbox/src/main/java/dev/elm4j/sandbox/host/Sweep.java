package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Removes what kernels left that did not end by themselves: only what carries our name and that of its owner, and only where
 * the owner is dead.
 *
 * <pre>{@code
 * Sweep.files();
 * }</pre>
 */
public final class Sweep {

    private static final Pattern OWNED = Pattern.compile("(?:elm4j-canary-)?(\\d+-\\d+-[0-9a-f]+)-.*");

    private Sweep() {}

    /** Folders of slots, and the files that probes leave about. */
    public static void files() {
        try {
            sweep(Home.slots(OwnFolder.of(Home.ofProcess())), "");
        } catch (IOException noFolder) {
            // then no slot has one either
        }
        sweep(Path.of(System.getProperty("java.io.tmpdir")), Bait.PREFIX);
        sweep(Path.of(System.getProperty("user.home")), Bait.PREFIX);
    }

    private static void sweep(Path folder, String prefix) {
        for (Path path : children(folder)) {
            String name = path.getFileName().toString();
            if (name.startsWith(prefix) && owner(name).filter(Owner::isDead).isPresent()) {
                remove(path);
            }
        }
    }

    private static Optional<Owner> owner(String name) {
        Matcher matcher = OWNED.matcher(name);
        return matcher.matches() ? Owner.parse(matcher.group(1)) : Optional.empty();
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        } catch (IOException absent) {
            return List.of();
        }
    }

    /** A file, or a folder with all that is in it; never through a link. */
    static void remove(Path path) {
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | java.io.UncheckedIOException left) {
            // the next sweep tries again
        }
    }
}

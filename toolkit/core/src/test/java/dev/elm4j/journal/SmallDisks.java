package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small disks in memory, where this user may mount one; gone when closed. */
final class SmallDisks implements AutoCloseable {

    private final List<Path> mounted = new ArrayList<>();

    /** Skips the test where it cannot be. */
    void mount(Path folder, String options) throws IOException {
        Files.createDirectories(folder);
        boolean done = command("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
        assumeThat(done).as("this user may mount a small disk").isTrue();
        mounted.add(folder);
    }

    void remount(Path folder, String options) {
        assertThat(command("mount", "-o", "remount," + options, folder.toString()))
                .isTrue();
    }

    @Override
    public void close() {
        for (Path mount : mounted) {
            command("umount", "-l", mount.toString());
        }
    }

    private static boolean command(String... words) {
        try {
            return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

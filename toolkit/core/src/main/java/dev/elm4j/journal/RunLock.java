package dev.elm4j.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to write to a run's folder, held by one process at a time; the system lets go of it when the process dies. */
final class RunLock implements AutoCloseable {

    private final FileChannel channel;

    /**
     * Folders that this process holds. The system drops a process' locks on a file as soon as the process closes any channel to
     * it, so a second try from here must not even open it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;

    private RunLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static RunLock of(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (!HELD.add(real)) {
                throw refusal(folder);
            }
            try {
                return new RunLock(real, locked(folder));
            } catch (IOException | RuntimeException fault) {
                HELD.remove(real);
                throw fault;
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(
                    "Cannot write to %s: %s. Choose a folder of your own with Runs.home(...).".formatted(folder, fault),
                    fault);
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw refusal(folder);
            }
            return channel;
        } catch (OverlappingFileLockException held) { // through another class loader of this process
            channel.close();
            throw refusal(folder);
        } catch (IOException | RuntimeException fault) {
            channel.close();
            throw fault;
        }
    }

    private static IllegalStateException refusal(Path folder) {
        return new IllegalStateException(
                "Somebody else writes to %s now, this kernel or another. Shut that one down, or give the search another name."
                        .formatted(folder));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } finally {
            HELD.remove(folder);
        }
    }
}

package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The pipe that a command reads, and with it all that came of the command: who is killed at the wrong moment may have a child
 * that nobody's child list shows yet, and which waits for its dead parent for ever. Bubblewrap has such a moment.
 *
 * @param link what the kernel calls it
 */
record SharedPipe(Path link) {

    /** The standard input of a process that lives; empty if that cannot be seen. */
    static Optional<SharedPipe> of(long pid) {
        try {
            return Optional.of(new SharedPipe(Files.readSymbolicLink(stdin(pid))));
        } catch (IOException notOurs) {
            return Optional.empty();
        }
    }

    private static Path stdin(long pid) {
        return Path.of("/proc", Long.toString(pid), "fd", "0");
    }

    /** Processes whose standard input it is. */
    List<ProcessHandle> readers() {
        return ProcessHandle.allProcesses()
                .filter(process -> of(process.pid()).filter(this::equals).isPresent())
                .toList();
    }
}

package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Real processes that speak on the wire, each wrong in its own way. */
public final class StubWorkers {

    private static final Duration START = Duration.ofSeconds(60);

    private StubWorkers() {}

    /** One of {@code stub.py}. */
    public static Worker start(String way) throws LostWorker, InterruptedException {
        return start("stub.py", way);
    }

    static Worker start(String script, String argument) throws LostWorker, InterruptedException {
        return Worker.greet(peer(script, argument), "stub", START);
    }

    static Peer peer(String script, String argument) {
        String file =
                Path.of("src/test/resources/dev/elm4j/sandbox/host", script).toString();
        try {
            return CommandPeer.start(List.of(HostPython.PATH, "-I", file, argument));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

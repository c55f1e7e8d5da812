package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A supervisor behind a command of this machine. It starts with an empty environment: what the kernel knows by its own (keys,
 * tokens) is not there to be found.
 */
final class CommandPeer implements Peer {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Process process;
    private final Thread listening;
    private final LastWords words = new LastWords();

    private CommandPeer(Process process) {
        this.process = process;
        this.listening = DaemonThreads.of("stderr", this::listen);
    }

    static CommandPeer start(List<String> command) throws IOException {
        return start(new ProcessBuilder(command));
    }

    static CommandPeer start(ProcessBuilder builder) throws IOException {
        builder.environment().clear();
        var peer = new CommandPeer(builder.start());
        peer.listening.start();
        return peer;
    }

    @Override
    public InputStream answers() {
        return process.getInputStream();
    }

    @Override
    public OutputStream requests() {
        return process.getOutputStream();
    }

    private void listen() {
        var buffer = new byte[1_024];
        try (InputStream stderr = process.getErrorStream()) {
            for (int n = stderr.read(buffer); n >= 0; n = stderr.read(buffer)) {
                words.add(buffer, n);
            }
        } catch (IOException closed) {
            // it was killed
        }
    }

    @Override
    public String lastWords() {
        try {
            listening.join(1_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return words.toString();
    }

    @Override
    public long process() {
        return process.pid();
    }

    @Override
    public void kill() {
        // Looked up before it dies: afterwards its children are nobody's.
        var all = new ArrayList<>(process.descendants().toList());
        all.add(0, process.toHandle());
        Optional<SharedPipe> pipe = SharedPipe.of(process.pid());
        end(all);
        end(pipe.map(SharedPipe::readers).orElse(List.of()));
        try {
            process.getOutputStream().close();
        } catch (IOException closed) {
            // what was not sent yet does not matter any more
        }
    }

    private static void end(List<ProcessHandle> handles) {
        handles.forEach(ProcessHandle::destroyForcibly);
        Deadlines.surely("the end of a process", PATIENCE, () -> awaitEnd(handles));
    }

    /** Zombies count as ended: where process 1 is none that reaps, they stay. */
    private static Object awaitEnd(List<ProcessHandle> handles) throws InterruptedException {
        for (ProcessHandle handle : handles) {
            while (handle.isAlive() && Owner.startOf(handle.pid()) >= 0) {
                Thread.sleep(1);
            }
        }
        return null;
    }
}

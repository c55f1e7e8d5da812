package dev.elm4j.sandbox.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real virtual machine with the worker in it, whose descriptor 0 is a socket; a small Python program makes that. */
final class InsideJvm implements AutoCloseable {

    private static final String RELAY =
            """
            import os, socket, subprocess, sys, threading
            ours, theirs = socket.socketpair()
            child = subprocess.Popen(sys.argv[1:], stdin=theirs.fileno(), stdout=2)
            theirs.close()
            def pour(read, write, end):
                try:
                    while data := read(65536):
                        write(data)
                except OSError:
                    pass
                end()
            threading.Thread(target=pour, daemon=True,
                args=(lambda n: os.read(0, n), ours.sendall, lambda: ours.shutdown(socket.SHUT_WR))).start()
            pour(ours.recv, lambda data: sys.stdout.buffer.write(data) and sys.stdout.buffer.flush(), lambda: None)
            sys.exit(child.wait())
            """;

    private final Process process;
    private final Wire wire;

    private InsideJvm(String main) {
        try {
            List<String> command = new ArrayList<>(List.of("python3", "-c", RELAY));
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx128m"));
            command.addAll(List.of("-cp", classes(), "dev.elm4j.sandbox.worker." + main));
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            wire = new Wire(process.getInputStream(), process.getOutputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String classes() {
        return Path.of(Runner.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }

    static InsideJvm compiler() {
        return ready(new InsideJvm("Compiler"));
    }

    static InsideJvm runner() {
        return ready(new InsideJvm("Runner"));
    }

    private static InsideJvm ready(InsideJvm jvm) {
        List<String> frame = jvm.receive();
        if (!List.of("ready").equals(frame)) {
            throw new IllegalStateException("expected ready, but got " + frame);
        }
        return jvm;
    }

    void send(Object... fields) {
        try {
            wire.write(fields);
            process.getOutputStream().flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The fields of the next frame as bytes, or null at the end. */
    List<byte[]> receiveBytes() {
        try {
            return wire.read();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The same as texts. */
    List<String> receive() {
        List<byte[]> fields = receiveBytes();
        return fields == null ? null : fields.stream().map(Wire::text).toList();
    }

    /** Closes the side that sends. */
    void hangUp() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** What it ended with. */
    int exit() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}

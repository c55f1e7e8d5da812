package dev.elm4j.sandbox.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** What a probe is tempted with: files that everybody may read, a server on this machine, our environment. Gone when closed. */
final class Bait implements AutoCloseable {

    /** Followed by the owner's name. */
    static final String PREFIX = "elm4j-canary-";

    private static final String TEXT = "canary\n";

    /** Names that a supervisor's children have of their own. */
    private static final String THEIR_OWN =
            "PATH|LANG|HOME|HOSTNAME|TERM|PWD|SHLVL|_|LC_.*|PYTHON.*|OMP_.*|OPENBLAS_.*";

    private final List<Path> files = new ArrayList<>();
    private final ServerSocket server;

    private Bait(ServerSocket server) {
        this.server = server;
    }

    static Bait lay() throws IOException {
        var bait = new Bait(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        try {
            bait.put(Path.of(System.getProperty("java.io.tmpdir")));
            Path home = Path.of(System.getProperty("user.home"));
            if (Files.isWritable(home)) {
                bait.put(home);
            }
            return bait;
        } catch (IOException fault) {
            bait.close();
            throw fault;
        }
    }

    private void put(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, PREFIX + Owner.current().name() + "-", "");
        files.add(file);
        Room.write(file, TEXT.getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /** Files to read, folders to write to, a port, names of variables, processes. */
    ArrayNode arguments() {
        ArrayNode arguments = JsonNodeFactory.instance.arrayNode();
        ArrayNode reads = arguments.addArray();
        ArrayNode folders = arguments.addArray();
        files.forEach(file -> reads.add(file.toString()));
        files.forEach(file -> folders.add(file.getParent().toString()));
        folders.add(".").add("/tmp").add("/dev/shm").add("/var/tmp");
        arguments.add(server.getLocalPort());
        ArrayNode names = arguments.addArray();
        System.getenv().keySet().stream()
                .filter(name -> !name.matches(THEIR_OWN))
                .sorted()
                .limit(200)
                .forEach(names::add);
        arguments.addArray().add(ProcessHandle.current().pid());
        return arguments;
    }

    /** What happened, seen from here; empty if nothing. */
    String taken() throws IOException {
        for (Path file : files) {
            if (!Files.readString(file).equals(TEXT)) {
                return "wrote to " + file;
            }
        }
        server.setSoTimeout(1);
        try {
            server.accept().close();
            return "reached a server of this machine";
        } catch (SocketTimeoutException nobody) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}

package dev.elm4j.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What programs are let loose on: files that everybody may read or write, an empty folder for all, two servers, a process.
 * Where they are is told to the programs; what the files say is not.
 */
final class AttackBait implements AutoCloseable {

    private static final String OPEN_TO_ALL = "rw-rw-rw-";

    private final Path folder;
    private final Path homeCanary;
    private final String secret;
    private final ServerSocketChannel server;
    private final ServerSocketChannel local;
    private final Process process;
    private final List<Path> before;

    private AttackBait(Path folder, Path homeCanary, String secret, Process process) throws IOException {
        this.folder = folder;
        this.homeCanary = homeCanary;
        this.secret = secret;
        this.process = process;
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.configureBlocking(false);
        local = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
        local.configureBlocking(false);
        before = leftovers();
    }

    static AttackBait lay(String secret) throws IOException {
        Path folder = Files.createTempDirectory("elm4j-bait-");
        permit(folder, "rwxr-xr-x");
        permit(Files.writeString(folder.resolve("canary"), secret), "rw-r--r--");
        permit(Files.writeString(folder.resolve("victim"), secret), OPEN_TO_ALL);
        permit(Files.createDirectory(folder.resolve("drop")), "rwxrwxrwx");
        Path home = Files.createTempFile(Path.of(System.getProperty("user.home")), ".elm4j-bait-", "");
        permit(Files.writeString(home, secret), "rw-r--r--");
        var bait = new AttackBait(folder, home, secret, new ProcessBuilder("cat").start()); // ends with this process
        permit(folder.resolve("socket"), "rwxrwxrwx");
        return bait;
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    /** What a program is told. */
    Map<String, Object> told() {
        var told = new HashMap<String, Object>();
        told.put("canary", folder.resolve("canary").toString());
        told.put("homeCanary", homeCanary.toString());
        told.put("victim", folder.resolve("victim").toString());
        told.put("drop", folder.resolve("drop").toString());
        told.put("home", System.getProperty("user.home"));
        told.put("unixSocket", folder.resolve("socket").toString());
        told.put("port", ((InetSocketAddress) server.socket().getLocalSocketAddress()).getPort());
        told.put("kernelPid", ProcessHandle.current().pid());
        told.put("victimPid", process.pid());
        return told;
    }

    /** What has come to harm. */
    List<String> harm() throws IOException {
        var harm = new ArrayList<String>();
        Path victim = folder.resolve("victim");
        if (!Files.exists(victim) || !Files.readString(victim).equals(secret)) {
            harm.add("the file was changed");
        } else if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(victim))
                .equals(OPEN_TO_ALL)) {
            harm.add("the permissions of the file were changed");
        }
        if (!process.isAlive()) {
            harm.add("the process was killed");
        }
        if (server.accept() != null || local.accept() != null) {
            harm.add("a server was reached");
        }
        for (Path path : leftovers()) {
            if (!before.contains(path)) {
                harm.add("was left: " + path);
            }
        }
        return harm;
    }

    private List<Path> leftovers() throws IOException {
        var found = new ArrayList<Path>();
        for (Path shared : List.of(folder.resolve("drop"), Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/dev/shm"))) {
            try (Stream<Path> inside = Files.list(shared)) {
                inside.filter(path -> path.getFileName().toString().startsWith("elm4j-attack"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        server.close();
        local.close();
        Files.deleteIfExists(homeCanary);
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

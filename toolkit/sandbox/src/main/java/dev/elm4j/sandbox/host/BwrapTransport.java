package dev.elm4j.sandbox.host;

import dev.elm4j.sandbox.host.Launch.Inside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Namespaces of its own, made by bubblewrap. Its usual ways are not safe here, so: the supervisor itself is process 1 (else
 * bubblewrap's own one keeps the pipes open for programs of the same user), and the environment is empty from the start (it
 * stays readable in {@code /proc/1/environ} otherwise, whatever {@code --clearenv} says). It is not told to die with its
 * parent: that means the thread which started it; the end of its stdin does it.
 */
final class BwrapTransport implements Transport {

    private static final List<Path> PLACES = Stream.of("/usr/bin/bwrap", "/bin/bwrap", "/usr/local/bin/bwrap")
            .map(Path::of)
            .toList();
    private static final String WORKER = "/elm4j";

    @Override
    public Peer open(Launch launch) throws IOException, InterruptedException {
        Path bwrap = PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException("bwrap is not installed"));
        HostPython.check();
        Path worker = WorkerFiles.load().extract(Home.ofProcess());
        var command = new ArrayList<String>();
        command.add(bwrap.toString());
        if (OwnFolder.uid() != 0) {
            Collections.addAll(command, "--unshare-user");
            command.addAll(arguments(worker));
            command.addAll(launch.command(Inside.host(WORKER, UidRange.WHOLE)));
            return CommandPeer.start(command);
        }
        UidBlock block = UidBlock.takeOutside();
        command.addAll(capabilities());
        command.addAll(arguments(worker));
        command.addAll(launch.command(Inside.host(WORKER, block.range())));
        return HoldingPeer.start(block::close, () -> CommandPeer.start(command));
    }

    @Override
    public int room(int wanted) throws IOException {
        return OwnFolder.uid() == 0 ? UidBlock.room(true, wanted) : wanted;
    }

    private static List<String> capabilities() {
        var arguments = new ArrayList<>(List.of("--cap-drop", "ALL"));
        Bundle.CAPABILITIES.forEach(capability -> Collections.addAll(arguments, "--cap-add", capability));
        return arguments;
    }

    private static List<String> arguments(Path worker) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "--as-pid-1",
                "--unshare-pid",
                "--unshare-ipc",
                "--unshare-net",
                "--unshare-uts",
                "--unshare-cgroup-try",
                "--new-session"));
        bind(arguments, Path.of("/usr"));
        for (String name : List.of("/lib", "/lib64", "/bin")) {
            bind(arguments, Path.of(name));
        }
        var files = new ArrayList<>(etc());
        Path java = Path.of(System.getProperty("java.home"));
        if (!java.startsWith("/usr")) {
            files.add(java);
        }
        for (Path path : files) {
            open(arguments, path.getParent());
            bind(arguments, path);
        }
        Collections.addAll(arguments, "--ro-bind", worker.toString(), WORKER, "--proc", "/proc", "--dev", "/dev");
        Collections.addAll(arguments, "--remount-ro", "/", "--remount-ro", "/dev", "--chdir", "/");
        return arguments;
    }

    /** Folders that lead to what is bound; made by bubblewrap itself, they would be closed to all but root. */
    private static void open(List<String> arguments, Path folder) {
        if (folder != null && folder.getParent() != null) {
            open(arguments, folder.getParent());
            Collections.addAll(arguments, "--perms", "0755", "--dir", folder.toString());
        }
    }

    private static void bind(List<String> arguments, Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            Collections.addAll(
                    arguments, "--symlink", Files.readSymbolicLink(path).toString(), path.toString());
        } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Collections.addAll(arguments, "--ro-bind", path.toString(), path.toString());
        }
    }

    /** What the loader and Debian's Java look up; nothing of users, hosts or keys. */
    private static List<Path> etc() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/etc"))) {
            return files.filter(path ->
                            path.getFileName().toString().matches("ld\\.so\\.cache|alternatives|java-\\d+-openjdk"))
                    .sorted()
                    .toList();
        }
    }
}

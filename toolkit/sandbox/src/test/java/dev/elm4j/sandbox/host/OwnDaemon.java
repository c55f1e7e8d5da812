package dev.elm4j.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Docker daemon of a test's own, which may come to harm: the machine's is never touched. Nothing of it is left when closed. */
public final class OwnDaemon implements AutoCloseable {

    private static final Path SET_UP =
            Path.of("../../kernel-setup").toAbsolutePath().normalize();
    private static final Path SCRIPT =
            Path.of("src/test/resources/dev/elm4j/sandbox/host/daemon.py").toAbsolutePath();

    private final Path folder;

    private OwnDaemon(Path folder) {
        this.folder = folder;
    }

    /** What is lacking here to start one; empty if nothing is. */
    public static String lacking() throws IOException {
        if (OwnFolder.uid() != 0) {
            return "a Docker daemon of the test's own can be started only by root";
        }
        if (List.of("/usr/bin", "/usr/sbin", "/usr/local/bin").stream()
                .noneMatch(place -> Files.isExecutable(Path.of(place, "dockerd")))) {
            return "dockerd is not installed";
        }
        return Bundle.holds(Home.ofProcess().root(), WorkerFiles.load())
                ? ""
                : "there is no image root of this version; " + ImageFacts.ADVICE;
    }

    /** Starts one in a folder, with the sandbox's image in it. */
    public static OwnDaemon start(Path folder) throws IOException, InterruptedException {
        var daemon = new OwnDaemon(folder);
        String tag = WorkerFiles.load().imageTag();
        boolean up = false;
        try {
            List<String> said = daemon.tell("up", Home.ofProcess().root().toString(), tag);
            Home home = Home.of(daemon.environment(), folder);
            Files.createDirectories(home.folder());
            var facts = Frames.MAPPER.createObjectNode();
            facts.put("image", tag).put("id", said.get(0)).put("docker", daemon.address());
            Files.write(home.imageFacts(), Frames.MAPPER.writeValueAsBytes(facts));
            up = true;
            return daemon;
        } finally {
            if (!up) {
                daemon.close();
            }
        }
    }

    private String address() {
        return "unix://" + folder.resolve("docker.sock");
    }

    /** What a kernel is told that is to use it. */
    public Map<String, String> environment() {
        return Map.of("ELM4J_HOME", folder.resolve("home").toString(), "DOCKER_HOST", address());
    }

    /** Sends it a signal; returns when it has ended. */
    public void end(String signal) throws IOException, InterruptedException {
        long pid = pid();
        long start = Owner.startOf(pid);
        signal(signal);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (Owner.startOf(pid) == start) {
            assertThat(System.nanoTime()).as("the daemon's end").isLessThan(end);
            Thread.sleep(5);
        }
    }

    /** Sends it a signal. */
    public void signal(String signal) throws IOException, InterruptedException {
        run(List.of("kill", "-" + signal, Long.toString(pid())));
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("dockerd.pid")).strip());
    }

    /** Starts it again. */
    public void again() throws IOException, InterruptedException {
        tell("again");
    }

    /** Those that it knows, of whatever kind. */
    public List<String> containers() throws IOException, InterruptedException {
        return tell("containers");
    }

    /** Processes of Docker's that were started for containers of this daemon, and runtimes. */
    public List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(folder.toString()) && line.matches("\\S*(containerd-shim|runsc|runc).*"))
                .toList();
    }

    private List<String> tell(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(HostPython.PATH, "-B", SCRIPT.toString(), SET_UP.toString(), folder.toString()));
        command.addAll(List.of(words));
        return run(command);
    }

    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
        return said.lines().toList();
    }

    @Override
    public void close() throws IOException {
        try {
            tell("down");
            run(List.of("rm", "-rf", "--one-file-system", folder.resolve("data").toString()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

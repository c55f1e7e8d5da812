package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a process' sandboxes runs or lies about.
 *
 * @param processes all that it started, and what those started
 * @param owner its name
 */
public record Leftovers(List<ProcessHandle> processes, String owner) {

    private static final String FOLDER = "folder ";
    private static final String UNSTARTED = "container that never started ";

    /** Those of a process that lives. */
    public static Leftovers of(ProcessHandle process) {
        var owner = new Owner(process.pid(), Owner.startOf(process.pid()), Place.here());
        return new Leftovers(process.descendants().toList(), owner.name());
    }

    /** What there is now: processes, containers (those that never started under another name), folders. */
    public Set<String> now() throws IOException, InterruptedException {
        var found = new TreeSet<String>();
        for (ProcessHandle process : processes) {
            if (process.isAlive() && Owner.startOf(process.pid()) >= 0) {
                found.add("process " + process.pid() + " "
                        + process.info().commandLine().orElse(""));
            }
        }
        found.addAll(containers());
        try (Stream<Path> folders = Files.list(Home.slots(OwnFolder.of(Home.ofProcess())))) {
            folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith(owner))
                    .forEach(name -> found.add(FOLDER + name));
        } catch (IOException none) {
            // no slot ever had one
        }
        return found;
    }

    /** The same after so many seconds at most, or as soon as there is nothing. */
    public Set<String> after(int seconds) throws IOException, InterruptedException {
        return after(seconds, left -> true);
    }

    /**
     * What is there after so many seconds at most but for that which only the next sweep can take away, or as soon as there is
     * nothing else. No process is in that: folders, and containers that were made and never started, which Docker itself does
     * not forget; a kernel may be killed between the two.
     */
    public Set<String> unsweptAfter(int seconds) throws IOException, InterruptedException {
        return after(seconds, left -> !left.startsWith(FOLDER) && !left.startsWith(UNSTARTED));
    }

    private Set<String> after(int seconds, Predicate<String> counted) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (now().stream().anyMatch(counted) && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
        return now().stream().filter(counted).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> containers() throws IOException, InterruptedException {
        Path socket = DockerTransport.socket(ImageFacts.of(Home.ofProcess()));
        if (!Files.isWritable(socket)) {
            return List.of(); // who may not talk to the daemon has none there
        }
        var docker = new Docker("unix://" + socket);
        try {
            return docker.call("listing", () -> docker.client().listContainersCmd().withShowAll(true).exec().stream()
                    .flatMap(container -> Stream.of(container.getNames())
                            .filter(name -> name.contains(owner))
                            .map(name -> (container.getState().equals("created") ? UNSTARTED : "container ") + name))
                    .toList());
        } finally {
            docker.close();
        }
    }
}

package dev.elm4j.sandbox.host;

import dev.elm4j.sandbox.host.Launch.Inside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * gVisor by itself: {@code runsc run} on a bundle over the image's root, as root or as a plain user. User ids are its own
 * kernel's, so that every program has one of its own either way. Its streams are pipes: into a file it would write at an
 * offset of its own.
 */
final class RunscTransport implements Transport {

    private static final List<Path> PLACES =
            Stream.of("/usr/bin/runsc", "/usr/local/bin/runsc").map(Path::of).toList();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Override
    public Peer open(Launch launch) throws IOException, InterruptedException {
        Path runsc = PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException("runsc is not installed"));
        Home home = Home.ofProcess();
        if (!Files.isExecutable(home.root().resolve("usr/bin/python3"))) {
            throw new IOException("no image root at " + home.root() + "; " + ImageFacts.ADVICE);
        }
        String digest = ImageFacts.of(home).digest();
        if (digest.isEmpty() || !digest.equals(Bundle.digest(home.root()))) {
            throw new IOException("the image root at " + home.root() + " is not as image.json says it was built; "
                    + ImageFacts.ADVICE);
        }
        WorkerFiles files = WorkerFiles.load();
        Path worker = files.extract(home);
        Path folder = folder(home);
        return HoldingPeer.start(() -> Sweep.remove(folder), () -> {
            Bundle.write(folder, home.root(), files, worker, launch.command(Inside.image(UidRange.WHOLE)));
            return CommandPeer.start(command(runsc, folder));
        });
    }

    /** A folder that lives as long as the slot; the sweep knows its owner by its name. */
    private static Path folder(Home home) throws IOException {
        Path slots = OwnFolder.make(Home.slots(OwnFolder.of(home)));
        String name = Owner.current().name() + "-" + NUMBER.incrementAndGet();
        return Files.createDirectory(
                slots.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static List<String> command(Path runsc, Path folder) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                runsc.toString(),
                "--root=" + folder.resolve("state"),
                "--platform=" + platform(runsc),
                "--network=none",
                "--ignore-cgroups"));
        if (OwnFolder.uid() != 0) {
            command.add("--rootless");
        }
        command.addAll(List.of("run", "--bundle=" + folder, "elm4j-" + folder.getFileName()));
        return command;
    }

    /** The newer way of catching system calls where this gVisor has it. Never that of kvm, which may hang for ever. */
    private static String platform(Path runsc) throws IOException, InterruptedException {
        String flags = Output.of(new ProcessBuilder(runsc.toString(), "flags"), "asking runsc for its flags", PATIENCE);
        return flags.contains("systrap") ? "systrap" : "ptrace";
    }
}

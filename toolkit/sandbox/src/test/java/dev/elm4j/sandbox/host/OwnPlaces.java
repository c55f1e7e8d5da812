package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the sandbox keeps files of its own; each can be had on a small file system that only one kernel sees. */
public enum OwnPlaces {
    /** Worker files and the folders of slots. */
    HOME,
    /** Locks on user ids. */
    SHARED,
    /** What probes are tempted with. */
    TEMPORARY;

    private static final Path UNSHARE = Path.of("/usr/bin/unshare");
    /** With what gVisor without Docker looks up in a home. */
    private static final String MOUNT =
            """
            mount -t tmpfs -o size=8m,nr_inodes=500,mode=755 none "$1" && mkdir "$1/sandbox" || exit 1
            ln -s "$2/rootfs" "$1/sandbox/rootfs" && cp "$2/image.json" "$1/sandbox"
            shift 2 && exec "$@"
            """;

    /** What is lacking here to mount one; empty if nothing is. */
    public static String lacking() throws IOException, InterruptedException {
        if (!Files.isExecutable(UNSHARE)) {
            return "there is no " + UNSHARE;
        }
        Process process = new ProcessBuilder(UNSHARE.toString(), "--mount", "mount", "-t", "tmpfs", "none", "/mnt")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        return process.waitFor() == 0 ? "" : "no file system can be mounted here: " + said.strip();
    }

    /** The folder to be filled. */
    public Path folder(Path parent) {
        return this == SHARED ? Path.of("/var/tmp") : parent.resolve("small");
    }

    /** What starts a kernel with the small file system there. */
    public List<String> command(Path parent) throws IOException {
        Path folder = folder(parent);
        Files.createDirectories(folder);
        return List.of(
                UNSHARE.toString(),
                "--mount",
                "--propagation",
                "private",
                "sh",
                "-c",
                MOUNT,
                "sh",
                folder.toString(),
                Home.ofProcess().folder().toString());
    }

    /** What that kernel is told, so that it takes the folder for this. */
    public Map<String, String> variables(Path parent) {
        var variables = new HashMap<String, String>();
        if (this == TEMPORARY) {
            variables.put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + folder(parent));
        }
        if (this == HOME) {
            variables.put("ELM4J_HOME", folder(parent).toString());
        }
        return variables;
    }
}

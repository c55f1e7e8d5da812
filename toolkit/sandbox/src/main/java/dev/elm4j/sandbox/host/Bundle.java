package dev.elm4j.sandbox.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What {@code runsc run} reads: the image's root, read only, with this toolkit's worker files over those in it. */
final class Bundle {

    /** What a supervisor needs to give each program a user id of its own, and to end it. */
    static final List<String> CAPABILITIES = List.of("CAP_SETUID", "CAP_SETGID", "CAP_KILL", "CAP_CHOWN");

    private static final List<String> NAMESPACES = List.of("pid", "network", "ipc", "uts", "mount");

    private Bundle() {}

    /** Worker files that the root has already are not put over it: beside them lie archives that make Java start faster. */
    static void write(Path folder, Path root, WorkerFiles files, Path worker, List<String> command) throws IOException {
        ObjectNode config = JsonNodeFactory.instance.objectNode().put("ociVersion", "1.0.0");
        process(config.putObject("process"), command);
        config.putObject("root").put("path", root.toString()).put("readonly", true);
        config.put("hostname", "sandbox");
        ArrayNode mounts = config.putArray("mounts");
        mounts.addObject().put("destination", "/proc").put("type", "proc").put("source", "proc");
        if (!holds(root, files)) {
            mounts.addObject()
                    .put("destination", "/elm4j")
                    .put("type", "bind")
                    .put("source", worker.toString())
                    .putArray("options")
                    .add("ro")
                    .add("rbind");
        }
        ArrayNode namespaces = config.putObject("linux").putArray("namespaces");
        NAMESPACES.forEach(type -> namespaces.addObject().put("type", type));
        Room.write(folder.resolve("config.json"), Frames.MAPPER.writeValueAsBytes(config));
    }

    /** Whether the root has these very worker files, the supervisor's byte by byte. */
    static boolean holds(Path root, WorkerFiles files) {
        if (!digest(root).equals(files.digest())) {
            return false;
        }
        Path inside = root.resolve("elm4j");
        return files.contents().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".py"))
                .allMatch(entry -> isSame(inside.resolve(entry.getKey()), entry.getValue()));
    }

    private static boolean isSame(Path file, byte[] bytes) {
        try {
            return Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException absent) {
            return false;
        }
    }

    /** That of the worker files which the set-up put into a root, by its own word; empty if it says none. */
    static String digest(Path root) {
        try {
            return Files.readString(root.resolve("elm4j/digest")).strip();
        } catch (IOException unknown) {
            return "";
        }
    }

    private static void process(ObjectNode process, List<String> command) {
        process.put("terminal", false).put("cwd", "/").put("noNewPrivileges", true);
        process.putObject("user").put("uid", 0).put("gid", 0);
        ArrayNode arguments = process.putArray("args");
        command.forEach(arguments::add);
        process.putArray("env").add("PATH=/usr/bin:/bin");
        ObjectNode capabilities = process.putObject("capabilities");
        for (String set : List.of("bounding", "effective", "permitted")) {
            ArrayNode some = capabilities.putArray(set);
            CAPABILITIES.forEach(some::add);
        }
        process.putArray("rlimits")
                .addObject()
                .put("type", "RLIMIT_NOFILE")
                .put("hard", 1_024)
                .put("soft", 1_024);
    }
}

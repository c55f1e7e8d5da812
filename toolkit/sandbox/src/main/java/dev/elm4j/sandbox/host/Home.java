package dev.elm4j.sandbox.host;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folder in which the sandbox keeps its files: {@code ~/.elm4j/sandbox}, or {@code $ELM4J_HOME/sandbox}.
 *
 * @param folder need not exist
 */
record Home(Path folder) {

    Home {
        requireNonNull(folder, "folder");
    }

    /** That of this process. */
    static Home ofProcess() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Home of(Map<String, String> variables, Path userHome) {
        String chosen = variables.getOrDefault("ELM4J_HOME", "");
        return new Home((chosen.isBlank() ? userHome.resolve(".elm4j") : Path.of(chosen))
                .resolve("sandbox")
                .toAbsolutePath());
    }

    /** The root of the image, as files. */
    Path root() {
        return folder.resolve("rootfs");
    }

    /** What the image was built from. */
    Path imageFacts() {
        return folder.resolve("image.json");
    }

    /** What lives as long as a slot does, in one of this user's folders. */
    static Path slots(Path own) {
        return own.resolve("slots");
    }
}

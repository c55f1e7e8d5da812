package dev.elm4j.notebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the default model lies on this machine.
 *
 * @param variables of the environment: {@code ELM4J_MODEL} is a model's file or the word {@code tiny};
 *     {@code ELM4J_HOME} is the folder of the application, by default {@code .elm4j} in the user's home
 * @param userHome the user's home
 */
record ModelFiles(Map<String, String> variables, Path userHome) {

    /** The model that the set-up brings. */
    static final String DEFAULT = "SmolLM2-135M-Instruct.Q4_1.gguf";

    /** Value of {@code ELM4J_MODEL} that asks for the model of the jar. */
    static final String TINY = "tiny";

    /** Those of this process. */
    static ModelFiles ofProcess() {
        return new ModelFiles(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** Whether the tiny model was asked for by name. */
    boolean tiny() {
        return TINY.equals(variables.get("ELM4J_MODEL"));
    }

    /** The file that should be there. */
    Path expected() {
        String chosen = variables.getOrDefault("ELM4J_MODEL", "");
        return chosen.isBlank() ? home().resolve("models").resolve(DEFAULT) : Path.of(chosen);
    }

    /**
     * The file to load; empty if the default is not there or the tiny model was asked for.
     *
     * @throws IllegalArgumentException if {@code ELM4J_MODEL} names a file that is not there
     */
    Optional<Path> present() {
        if (tiny()) {
            return Optional.empty();
        }
        Path file = expected();
        if (Files.isRegularFile(file)) {
            return Optional.of(file);
        }
        if (!variables.getOrDefault("ELM4J_MODEL", "").isBlank()) {
            throw new IllegalArgumentException(
                    "ELM4J_MODEL names the file %s, but there is none. Correct it, or unset it for the default."
                            .formatted(file));
        }
        return Optional.empty();
    }

    private Path home() {
        String chosen = variables.getOrDefault("ELM4J_HOME", "");
        return chosen.isBlank() ? userHome.resolve(".elm4j") : Path.of(chosen);
    }
}

package dev.elm4j.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Opens what a path leads to: a GGUF file, a folder with SafeTensors, or a folder with one GGUF file. */
final class ModelPath {

    private ModelPath() {}

    /** @throws IllegalArgumentException with a sentence if there is no model that can be run */
    static Checkpoint open(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return open(path, String.valueOf(name));
    }

    /** @param name of a folder, for messages and the model's name */
    static Checkpoint open(Path path, String name) {
        if (!Files.exists(path)) {
            throw HubCache.isId(path.toString()) ? hubInstead(path) : BadModelFile.missing(path);
        }
        if (!Files.isDirectory(path)) {
            return ModelFile.open(path);
        }
        if (Files.exists(path.resolve("config.json"))) {
            return CheckpointFolder.open(path, name);
        }
        List<Path> files = ggufs(path);
        if (files.size() != 1) {
            throw BadModelFile.unsupported(
                    path,
                    "is a folder without config.json and with %d GGUF files".formatted(files.size()),
                    "Give a folder with config.json, tokenizer.json and SafeTensors, or one GGUF file.");
        }
        return ModelFile.open(files.get(0));
    }

    private static IllegalArgumentException hubInstead(Path path) {
        return new IllegalArgumentException(
                "There is no model file at %s. If that is the name of a model of the hub, take LocalModel.hub(\"%s\", LocalSettings.defaults())."
                        .formatted(path, path));
    }

    private static List<Path> ggufs(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".gguf"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw BadModelFile.unreadable(folder, failure);
        }
    }
}

package dev.elm4j.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the text of the chat template in a folder that Transformers wrote. */
final class FolderTemplate {

    private static final String FILE = "chat_template.jinja";

    private FolderTemplate() {}

    /** Of a file of its own, else of {@code tokenizer_config.json}; of several, the one named {@code default}. */
    static Optional<String> text(Path folder) {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            try {
                return Optional.of(Files.readString(file));
            } catch (IOException failure) {
                throw BadModelFile.unreadable(file, failure);
            }
        }
        return JsonFile.of(folder.resolve("tokenizer_config.json"))
                .flatMap(json -> json.field("chat_template"))
                .flatMap(FolderTemplate::text);
    }

    private static Optional<String> text(JsonNode node) {
        for (JsonNode named : node) {
            if (named.path("name").asText().equals("default")) {
                return Optional.ofNullable(named.path("template").textValue());
            }
        }
        return Optional.ofNullable(node.textValue());
    }
}

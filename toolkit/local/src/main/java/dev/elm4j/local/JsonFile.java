package dev.elm4j.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A JSON object in the folder of a model, or a part of one, whose fields are asked for by name; a field that is null counts
 * as missing.
 *
 * @param file name of the file, for messages
 * @param root the object
 */
record JsonFile(String file, JsonNode root) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @throws IllegalArgumentException with a sentence if the file is missing or holds no JSON object */
    static JsonFile read(Path path) {
        return of(path).orElseThrow(() -> BadModelFile.missing(path));
    }

    /** Empty if there is no such file. */
    static Optional<JsonFile> of(Path path) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(String.valueOf(path.getFileName()), Files.readAllBytes(path)));
        } catch (IOException failure) {
            throw BadModelFile.unreadable(path, failure);
        }
    }

    static JsonFile parse(String file, byte[] content) throws IOException {
        try {
            JsonNode root = MAPPER.readTree(content);
            if (root == null || !root.isObject()) {
                throw BadModelFile.corrupt(file, "it should be a JSON object");
            }
            return new JsonFile(file, root);
        } catch (JsonProcessingException failure) {
            throw BadModelFile.corrupt(file, "it is no JSON: " + failure.getOriginalMessage());
        }
    }

    Optional<JsonFile> object(String key) {
        return field(key).map(node -> new JsonFile(file, node));
    }

    Optional<JsonNode> field(String key) {
        return Optional.ofNullable(root.get(key)).filter(node -> !node.isNull());
    }

    Optional<String> text(String key) {
        return field(key).map(node -> {
            if (!node.isTextual()) {
                throw wrong(key, "a text", node);
            }
            return node.textValue();
        });
    }

    Optional<Integer> integer(String key) {
        return field(key).map(node -> {
            if (!node.canConvertToInt() || !node.isIntegralNumber() || node.intValue() < 0) {
                throw wrong(key, "a whole number", node);
            }
            return node.intValue();
        });
    }

    int needInteger(String key) {
        return integer(key).orElseThrow(() -> missing(key));
    }

    Optional<Double> real(String key) {
        return field(key).map(node -> {
            if (!node.isNumber()) {
                throw wrong(key, "a number", node);
            }
            return node.doubleValue();
        });
    }

    double needReal(String key) {
        return real(key).orElseThrow(() -> missing(key));
    }

    /** False if the field is missing. */
    boolean flag(String key) {
        return field(key).map(JsonNode::asBoolean).orElse(false);
    }

    IllegalArgumentException missing(String key) {
        return BadModelFile.unsupported(file, "does not say '%s'".formatted(key), BadModelFile.OTHER_MODEL);
    }

    private IllegalArgumentException wrong(String key, String expected, JsonNode node) {
        return BadModelFile.corrupt(file, "'%s' should be %s, but is %s".formatted(key, expected, node));
    }
}

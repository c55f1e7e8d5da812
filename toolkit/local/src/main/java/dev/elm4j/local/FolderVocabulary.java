package dev.elm4j.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the tokens of a model from the files that Transformers writes beside its weights. */
final class FolderVocabulary {

    /** For numbers that the model embeds, but its tokenizer never gives: they end a text, should one ever be drawn. */
    private static final Vocabulary.Token UNUSED = new Vocabulary.Token("", Vocabulary.Kind.CONTROL);

    private FolderVocabulary() {}

    /**
     * @param size tokens that the model embeds, at least those of the tokenizer
     * @throws IllegalArgumentException if the files are missing or hold a tokenizer of another kind
     */
    static Vocabulary of(Path folder, int size) {
        JsonFile json = JsonFile.read(folder.resolve("tokenizer.json"));
        JsonFile model = json.object("model").orElseThrow(() -> json.missing("model"));
        check(json, model);
        Vocabulary.Token[] tokens = new Vocabulary.Token[size];
        Arrays.fill(tokens, UNUSED);
        JsonNode words = model.field("vocab").orElseThrow(() -> json.missing("vocab"));
        for (Map.Entry<String, JsonNode> word : words.properties()) {
            tokens[id(json, word.getValue(), size)] = new Vocabulary.Token(word.getKey(), Vocabulary.Kind.WORD);
        }
        for (JsonNode added : json.root().path("added_tokens")) {
            Vocabulary.Kind kind = added.path("special").asBoolean() ? Vocabulary.Kind.CONTROL : Vocabulary.Kind.ADDED;
            tokens[id(json, added.path("id"), size)] =
                    new Vocabulary.Token(added.path("content").asText(), kind);
        }
        for (int end : ends(folder)) {
            if (end < size) {
                tokens[end] = new Vocabulary.Token(tokens[end].text(), Vocabulary.Kind.CONTROL);
            }
        }
        return new Vocabulary(List.of(tokens));
    }

    private static int id(JsonFile json, JsonNode node, int size) {
        int id = node.asInt(-1);
        if (id < 0 || id >= size) {
            throw BadModelFile.corrupt(
                    json.file(), "it has a token of the number %s, but the model embeds %,d".formatted(node, size));
        }
        return id;
    }

    /** Only tokens of bytes can be put together to a text without knowing what stands before. */
    private static void check(JsonFile json, JsonFile model) {
        String kind = model.text("type").orElse("none");
        boolean bytes = json.field("decoder").stream()
                .flatMap(decoder -> Stream.concat(
                        Stream.of(decoder),
                        decoder.findValues("decoders").stream().flatMap(list -> stream(list))))
                .anyMatch(part -> part.path("type").asText().equals("ByteLevel"));
        if (!kind.equals("BPE") || !bytes) {
            throw BadModelFile.unsupported(
                    json.file(),
                    "has a tokenizer of the kind %s that does not decode bytes, but byte-level BPE is needed"
                            .formatted(kind),
                    "Give a model with such a tokenizer: SmolLM2, Llama 3, Qwen2, Qwen2.5 or Qwen3.");
        }
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        List<JsonNode> nodes = new ArrayList<>();
        list.forEach(nodes::add);
        return nodes.stream();
    }

    /** One number or several, in one file or both. */
    private static Set<Integer> ends(Path folder) {
        Set<Integer> ends = new HashSet<>();
        for (String file : List.of("config.json", "generation_config.json")) {
            JsonFile.of(folder.resolve(file))
                    .flatMap(json -> json.field("eos_token_id"))
                    .ifPresent(end -> (end.isArray() ? stream(end) : Stream.of(end))
                            .filter(JsonNode::canConvertToInt)
                            .map(JsonNode::intValue)
                            .filter(id -> id >= 0)
                            .forEach(ends::add));
        }
        return ends;
    }
}

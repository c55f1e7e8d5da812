package dev.elm4j.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Writes the tables of a GGUF file as the {@code tokenizer.json} that HuggingFace's tokenizers read: byte-level BPE that
 * cuts off single digits first.
 */
final class TokenizerJson {

    private static final String MODEL = "tokenizer.ggml.model";
    private static final String SPLITTING = "tokenizer.ggml.pre";

    private TokenizerJson() {}

    /**
     * @return UTF-8
     * @throws IllegalArgumentException if the file's tokenizer works in another way
     */
    static byte[] of(Metadata data, Vocabulary vocabulary) {
        List<String> merges = data.list("tokenizer.ggml.merges", String.class);
        check(data, merges);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("version", "1.0");
            controlTokens(json, vocabulary);
            splitting(json);
            byteLevel(json, "decoder");
            model(json, vocabulary, merges);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new AssertionError("Nothing can fail in memory.", impossible);
        }
        return out.toByteArray();
    }

    private static void check(Metadata data, List<String> merges) {
        String model = data.text(MODEL).orElse("none");
        // Without merges every byte is a token, and how the text is split before makes no difference.
        String splitting = data.text(SPLITTING).orElse("none");
        if (!model.equals("gpt2") || !(splitting.equals("smollm") || merges.isEmpty())) {
            throw BadModelFile.unsupported(
                    data.file(),
                    "has a tokenizer of the kind %s with splitting %s, but gpt2 with smollm is needed"
                            .formatted(model, splitting),
                    "Give a model of the SmolLM family.");
        }
    }

    private static void controlTokens(JsonGenerator json, Vocabulary vocabulary) throws IOException {
        json.writeArrayFieldStart("added_tokens");
        for (int id = 0; id < vocabulary.size(); id++) {
            if (vocabulary.isControl(id)) {
                json.writeStartObject();
                json.writeNumberField("id", id);
                json.writeStringField("content", vocabulary.token(id));
                for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
                    json.writeBooleanField(flag, false);
                }
                json.writeBooleanField("special", true);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void splitting(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("pre_tokenizer");
        json.writeStringField("type", "Sequence");
        json.writeArrayFieldStart("pretokenizers");
        json.writeStartObject();
        json.writeStringField("type", "Digits");
        json.writeBooleanField("individual_digits", true);
        json.writeEndObject();
        byteLevel(json, null);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void byteLevel(JsonGenerator json, String field) throws IOException {
        if (field != null) {
            json.writeFieldName(field);
        }
        json.writeStartObject();
        json.writeStringField("type", "ByteLevel");
        json.writeBooleanField("add_prefix_space", false);
        json.writeBooleanField("trim_offsets", true);
        json.writeBooleanField("use_regex", true);
        json.writeEndObject();
    }

    private static void model(JsonGenerator json, Vocabulary vocabulary, List<String> merges) throws IOException {
        json.writeObjectFieldStart("model");
        json.writeStringField("type", "BPE");
        for (String flag : List.of("fuse_unk", "byte_fallback", "ignore_merges")) {
            json.writeBooleanField(flag, false);
        }
        json.writeObjectFieldStart("vocab");
        for (int id = 0; id < vocabulary.size(); id++) {
            json.writeNumberField(vocabulary.token(id), id);
        }
        json.writeEndObject();
        json.writeArrayFieldStart("merges");
        for (String merge : merges) {
            json.writeString(merge);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}

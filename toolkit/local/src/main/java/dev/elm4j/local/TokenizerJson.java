package dev.elm4j.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Writes the tables of a GGUF file as the {@code tokenizer.json} that Hugging Face's tokenizers read: byte-level BPE that
 * cuts texts as {@link Splitting} says.
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
        Splitting splitting = splitting(data, merges);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("version", "1.0");
            addedTokens(json, vocabulary);
            if (splitting.composed()) {
                json.writeObjectFieldStart("normalizer");
                json.writeStringField("type", "NFC");
                json.writeEndObject();
            }
            splitting(json, splitting);
            byteLevel(json, "decoder", true);
            model(json, vocabulary, merges, splitting);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new AssertionError("Nothing can fail in memory.", impossible);
        }
        return out.toByteArray();
    }

    /** Without merges every byte is a token, and how the text is cut before makes no difference. */
    static Splitting splitting(Metadata data, List<String> merges) {
        String model = data.text(MODEL).orElse("none");
        String name = data.text(SPLITTING).orElse("none");
        Optional<Splitting> splitting = Splitting.of(name);
        if (!model.equals("gpt2") || splitting.isEmpty() && !merges.isEmpty()) {
            throw BadModelFile.unsupported(
                    data.file(),
                    "has a tokenizer of the kind %s with splitting %s, but gpt2 with one of %s is needed"
                            .formatted(model, name, Splitting.known()),
                    "Give the model as a folder with its tokenizer.json, or another model.");
        }
        return splitting.orElse(Splitting.GPT2);
    }

    private static void addedTokens(JsonGenerator json, Vocabulary vocabulary) throws IOException {
        json.writeArrayFieldStart("added_tokens");
        for (int id = 0; id < vocabulary.size(); id++) {
            if (vocabulary.isAdded(id)) {
                json.writeStartObject();
                json.writeNumberField("id", id);
                json.writeStringField("content", vocabulary.token(id));
                for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
                    json.writeBooleanField(flag, false);
                }
                json.writeBooleanField("special", vocabulary.isControl(id));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void splitting(JsonGenerator json, Splitting splitting) throws IOException {
        json.writeObjectFieldStart("pre_tokenizer");
        json.writeStringField("type", "Sequence");
        json.writeArrayFieldStart("pretokenizers");
        if (splitting.digits()) {
            json.writeStartObject();
            json.writeStringField("type", "Digits");
            json.writeBooleanField("individual_digits", true);
            json.writeEndObject();
        }
        if (!splitting.pattern().isEmpty()) {
            pattern(json, splitting.pattern());
        }
        byteLevel(json, null, splitting.pattern().isEmpty());
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void pattern(JsonGenerator json, String pattern) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Split");
        json.writeObjectFieldStart("pattern");
        json.writeStringField("Regex", pattern);
        json.writeEndObject();
        json.writeStringField("behavior", "Isolated");
        json.writeBooleanField("invert", false);
        json.writeEndObject();
    }

    private static void byteLevel(JsonGenerator json, String field, boolean words) throws IOException {
        if (field != null) {
            json.writeFieldName(field);
        }
        json.writeStartObject();
        json.writeStringField("type", "ByteLevel");
        json.writeBooleanField("add_prefix_space", false);
        json.writeBooleanField("trim_offsets", true);
        json.writeBooleanField("use_regex", words);
        json.writeEndObject();
    }

    private static void model(JsonGenerator json, Vocabulary vocabulary, List<String> merges, Splitting splitting)
            throws IOException {
        json.writeObjectFieldStart("model");
        json.writeStringField("type", "BPE");
        json.writeBooleanField("fuse_unk", false);
        json.writeBooleanField("byte_fallback", false);
        json.writeBooleanField("ignore_merges", splitting.wholeWords());
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

package dev.elm4j.local;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;

/** Cuts texts into tokens. Not thread-safe; holds native memory until closed. */
final class TextTokenizer implements AutoCloseable {

    private static final Map<String, String> OPTIONS =
            Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

    private final Vocabulary vocabulary;
    private final HuggingFaceTokenizer tokenizer;
    private final long[] beginning;

    private TextTokenizer(Vocabulary vocabulary, HuggingFaceTokenizer tokenizer, long[] beginning) {
        this.vocabulary = vocabulary;
        this.tokenizer = tokenizer;
        this.beginning = beginning;
    }

    /** @throws IllegalArgumentException if the file's tables are not of a kind that can be read */
    static TextTokenizer of(Metadata data) {
        Vocabulary vocabulary = Vocabulary.of(data);
        byte[] json = TokenizerJson.of(data, vocabulary);
        return new TextTokenizer(vocabulary, build(data.file(), json), beginning(data, vocabulary));
    }

    /**
     * Reads {@code tokenizer.json}.
     *
     * @param size tokens of the model, at least those of the tokenizer
     * @throws IllegalArgumentException if it is not of a kind that can be read
     */
    static TextTokenizer of(Path folder, int size) {
        Vocabulary vocabulary = FolderVocabulary.of(folder, size);
        Path file = folder.resolve("tokenizer.json");
        try {
            HuggingFaceTokenizer tokenizer = build("tokenizer.json", Files.readAllBytes(file));
            // Its template for single texts says what stands before them; for an empty text nothing else is left.
            long[] marks = tokenizer.encode("", true, false).getIds();
            return new TextTokenizer(vocabulary, tokenizer, marks.length == 1 ? marks : new long[0]);
        } catch (IOException failure) {
            throw BadModelFile.unreadable(file, failure);
        }
    }

    private static HuggingFaceTokenizer build(String file, byte[] json) {
        try {
            return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), OPTIONS);
        } catch (IOException | RuntimeException failure) {
            throw BadModelFile.corrupt(file, "its tokenizer cannot be built: " + failure.getMessage());
        }
    }

    private static long[] beginning(Metadata data, Vocabulary vocabulary) {
        Splitting splitting = TokenizerJson.splitting(data, data.list("tokenizer.ggml.merges", String.class));
        boolean marked = data.flag("tokenizer.ggml.add_bos_token").orElse(splitting.marked());
        return data.integer("tokenizer.ggml.bos_token_id")
                .filter(id -> marked && id < vocabulary.size())
                .map(id -> new long[] {id})
                .orElse(new long[0]);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The tokens of a text; control tokens that stand in it as text count as such. Empty for an empty text. */
    long[] encode(String text) {
        return tokenizer.encode(wellFormed(text), false, false).getIds();
    }

    /** The tokens of a text that stands alone: where the model wants one, a mark stands before them, but only once. */
    long[] prompt(String text) {
        long[] tokens = encode(text);
        if (beginning.length == 0 || tokens.length > 0 && tokens[0] == beginning[0]) {
            return tokens;
        }
        return LongStream.concat(Arrays.stream(beginning), Arrays.stream(tokens))
                .toArray();
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    /** Half characters have no UTF-8 form; the native library must not meet them. */
    private static String wellFormed(String text) {
        boolean whole = text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (whole) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\uFFFD' : c)
                .forEach(result::appendCodePoint);
        return result.toString();
    }
}

package dev.elm4j.local;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/** Cuts texts into tokens. Not thread-safe; holds native memory until closed. */
final class TextTokenizer implements AutoCloseable {

    private static final Map<String, String> OPTIONS =
            Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

    private final Vocabulary vocabulary;
    private final HuggingFaceTokenizer tokenizer;

    private TextTokenizer(Vocabulary vocabulary, HuggingFaceTokenizer tokenizer) {
        this.vocabulary = vocabulary;
        this.tokenizer = tokenizer;
    }

    /** @throws IllegalArgumentException if the file's tables are not of a kind that can be read */
    static TextTokenizer of(Metadata data) {
        Vocabulary vocabulary = Vocabulary.of(data);
        byte[] json = TokenizerJson.of(data, vocabulary);
        try {
            return new TextTokenizer(
                    vocabulary, HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), OPTIONS));
        } catch (IOException | RuntimeException failure) {
            throw BadModelFile.corrupt(data.file(), "its tokenizer cannot be built: " + failure.getMessage());
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The tokens of a text; control tokens that stand in it as text count as such. Empty for an empty text. */
    long[] encode(String text) {
        return tokenizer.encode(wellFormed(text), false, false).getIds();
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

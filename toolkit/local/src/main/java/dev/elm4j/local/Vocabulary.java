package dev.elm4j.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokens of a model, each a few bytes, and which of them are control tokens.
 *
 * <p>The tables write every byte as a printable character, after the byte-level scheme of Radford 2019
 * (<a href="https://openai.com/research/better-language-models">GPT-2</a>); {@link #bytes} undoes this.
 */
final class Vocabulary {

    private static final int CONTROL = 3;
    private static final Map<Character, Byte> ALPHABET = alphabet();

    private final List<String> tokens;
    private final byte[][] bytes;
    private final boolean[] control;

    private Vocabulary(List<String> tokens, boolean[] control) {
        this.tokens = tokens;
        this.control = control;
        this.bytes = new byte[tokens.size()][];
        for (int id = 0; id < bytes.length; id++) {
            bytes[id] = control[id] ? new byte[0] : decode(tokens.get(id));
        }
    }

    /** @throws IllegalArgumentException if the tables are missing or do not fit together */
    static Vocabulary of(Metadata data) {
        List<String> tokens = data.list("tokenizer.ggml.tokens", String.class);
        List<Number> types = data.list("tokenizer.ggml.token_type", Number.class);
        if (tokens.isEmpty()) {
            throw data.missing("tokenizer.ggml.tokens");
        }
        if (!types.isEmpty() && types.size() != tokens.size()) {
            throw BadModelFile.corrupt(
                    data.file(), "it has %d tokens, but %d token types".formatted(tokens.size(), types.size()));
        }
        boolean[] control = new boolean[tokens.size()];
        for (int id = 0; id < types.size(); id++) {
            control[id] = types.get(id).intValue() == CONTROL;
        }
        data.integer("tokenizer.ggml.eos_token_id")
                .filter(id -> id < control.length)
                .ifPresent(id -> control[id] = true);
        return new Vocabulary(tokens, control);
    }

    int size() {
        return tokens.size();
    }

    /** As it stands in the tables. */
    String token(int id) {
        return tokens.get(id);
    }

    boolean contains(String token) {
        return tokens.contains(token);
    }

    /** Whether it marks structure, such as the end of a text, instead of being text. */
    boolean isControl(int id) {
        return control[id];
    }

    /** What the token adds to a text; nothing for a control token. The array must not be changed. */
    byte[] bytes(int id) {
        return bytes[id];
    }

    /** Whether no token holds more than one byte. */
    boolean singleBytes() {
        return Arrays.stream(bytes).allMatch(token -> token.length <= 1);
    }

    /** The text of some tokens; bytes that are no UTF-8 become U+FFFD. */
    String text(long... ids) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (long id : ids) {
            text.writeBytes(bytes[(int) id]);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static byte[] decode(String token) {
        byte[] result = new byte[token.length()];
        for (int i = 0; i < result.length; i++) {
            Byte value = ALPHABET.get(token.charAt(i));
            if (value == null) {
                return token.getBytes(StandardCharsets.UTF_8);
            }
            result[i] = value;
        }
        return result;
    }

    /** Printable Latin-1 characters stand for themselves; the other bytes follow from U+0100 on, in order. */
    private static Map<Character, Byte> alphabet() {
        Map<Character, Byte> result = new HashMap<>();
        char next = 0x100;
        for (int value = 0; value < 256; value++) {
            boolean printable = value > 0x20 && value < 0x7F || value > 0xA0 && value != 0xAD;
            result.put(printable ? (char) value : next++, (byte) value);
        }
        return result;
    }
}

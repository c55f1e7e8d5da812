package dev.elm4j.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tokens of a model, each a few bytes, and which of them are control tokens.
 *
 * <p>The tables write every byte as a printable character, after the byte-level scheme of Radford 2019
 * (<a href="https://openai.com/research/better-language-models">GPT-2</a>); {@link #bytes} undoes this.
 */
final class Vocabulary {

    private static final Map<Character, Byte> ALPHABET = alphabet();

    private final List<Token> tokens;
    private final byte[][] bytes;

    /** What a token is. */
    enum Kind {
        /** A part of a text, in the byte-level alphabet. */
        WORD,
        /** A part of a text that is looked for before the text is cut, written as it is. */
        ADDED,
        /** A mark of structure, such as the end of a text. */
        CONTROL
    }

    /**
     * A token as it stands in the tables.
     *
     * @param text in the alphabet of its kind
     * @param kind what it is
     */
    record Token(String text, Kind kind) {

        private byte[] bytes() {
            return switch (kind) {
                case WORD -> decode(text);
                case ADDED -> text.getBytes(StandardCharsets.UTF_8);
                case CONTROL -> new byte[0];
            };
        }
    }

    Vocabulary(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
        this.bytes = this.tokens.stream().map(Token::bytes).toArray(byte[][]::new);
    }

    /** @throws IllegalArgumentException if the tables are missing or do not fit together */
    static Vocabulary of(Metadata data) {
        List<String> texts = data.list("tokenizer.ggml.tokens", String.class);
        List<Number> types = data.list("tokenizer.ggml.token_type", Number.class);
        if (texts.isEmpty()) {
            throw data.missing("tokenizer.ggml.tokens");
        }
        if (!types.isEmpty() && types.size() != texts.size()) {
            throw BadModelFile.corrupt(
                    data.file(), "it has %d tokens, but %d token types".formatted(texts.size(), types.size()));
        }
        List<Integer> ends = Stream.of("eos", "eot")
                .flatMap(end -> data.integer("tokenizer.ggml.%s_token_id".formatted(end)).stream())
                .toList();
        List<Token> tokens = new ArrayList<>();
        for (int id = 0; id < texts.size(); id++) {
            int type = types.isEmpty() ? 1 : types.get(id).intValue();
            tokens.add(new Token(texts.get(id), ends.contains(id) ? Kind.CONTROL : kind(type)));
        }
        return new Vocabulary(tokens);
    }

    /** GGUF's numbers: 1 is a normal token, 3 a control token, 4 one that the user added, 5 an unused one. */
    private static Kind kind(int type) {
        return switch (type) {
            case 3, 5 -> Kind.CONTROL;
            case 4 -> Kind.ADDED;
            default -> Kind.WORD;
        };
    }

    int size() {
        return tokens.size();
    }

    /** As it stands in the tables. */
    String token(int id) {
        return tokens.get(id).text();
    }

    boolean contains(String token) {
        return tokens.stream().anyMatch(each -> each.text().equals(token));
    }

    /** Whether it marks structure, such as the end of a text, instead of being text. */
    boolean isControl(int id) {
        return tokens.get(id).kind() == Kind.CONTROL;
    }

    /** Whether it is looked for before a text is cut: the control tokens and others. */
    boolean isAdded(int id) {
        return tokens.get(id).kind() != Kind.WORD;
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

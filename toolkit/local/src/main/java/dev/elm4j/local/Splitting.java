package dev.elm4j.local;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a byte-level tokenizer cuts a text into words before it merges bytes; GGUF files only give the name. */
enum Splitting {
    /** The words of GPT-2. */
    GPT2(List.of("gpt-2"), "", false, false, false),
    /** Those of GPT-2, after every digit has been cut off. */
    SMOLLM(List.of("smollm"), "", true, false, false),
    /** Those of Llama 3: numbers in groups of three; a word that is a token is taken whole; texts begin with a mark. */
    LLAMA3(List.of("llama-bpe", "llama3", "llama-v3"), words("\\p{N}{1,3}"), false, true, false),
    /** Those of Qwen2 and Qwen3: single digits, after composed characters have been put together (Unicode's NFC). */
    QWEN2(List.of("qwen2"), words("\\p{N}"), false, false, true);

    private final List<String> names;
    private final String pattern;
    private final boolean digits;
    private final boolean marked;
    private final boolean composed;

    Splitting(List<String> names, String pattern, boolean digits, boolean marked, boolean composed) {
        this.names = names;
        this.pattern = pattern;
        this.digits = digits;
        this.marked = marked;
        this.composed = composed;
    }

    /** By {@code tokenizer.ggml.pre}. */
    static Optional<Splitting> of(String name) {
        return Arrays.stream(values())
                .filter(splitting -> splitting.names.contains(name))
                .findFirst();
    }

    /** All names, for messages. */
    static String known() {
        return Arrays.stream(values())
                .flatMap(splitting -> splitting.names.stream())
                .collect(Collectors.joining(", "));
    }

    /** Regular expression of a word; empty for GPT-2's. */
    String pattern() {
        return pattern;
    }

    /** Whether single digits are cut off first. */
    boolean digits() {
        return digits;
    }

    /** Whether a word that is a token is taken whole, without looking at the merges. */
    boolean wholeWords() {
        return marked;
    }

    /** Whether texts begin with a mark where the file does not say. */
    boolean marked() {
        return marked;
    }

    /** Whether texts are normalised to NFC. */
    boolean composed() {
        return composed;
    }

    private static String words(String number) {
        return "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|" + number
                + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
    }
}

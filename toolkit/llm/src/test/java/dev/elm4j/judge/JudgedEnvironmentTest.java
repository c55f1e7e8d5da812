package dev.elm4j.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.model.ScriptedModel;
import dev.elm4j.prompting.Crossover;
import dev.elm4j.search.Search;
import dev.elm4j.text.AnswerLines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A judge's value as objective and as measure, and what becomes of a text that it cannot score. */
class JudgedEnvironmentTest {

    private static final ScriptedModel MODEL = ScriptedModel.of(prompt -> {
        if (!prompt.startsWith("Rate a text.")) {
            return "Soup number " + Math.floorMod(prompt.hashCode(), 100) + " was warm.";
        }
        return prompt.contains("bread") ? "I do not rate bread." : "{\"rating\": 7}";
    });
    private static final Judge TASTE = Rating.of("How tasty is it?", MODEL).samples(2);
    private static final Judge PLACE =
            Anchors.between(List.of("bus"), List.of("soup"), new BagOfWords("bus", "soup", "was"));

    /** As docs/judges.md shows it. */
    private record Meals(Judge taste, Judge place) implements Environment<String> {

        @Override
        public String name() {
            return "meals";
        }

        @Override
        public String version() {
            return "1; %s; %s".formatted(taste.identity(), place.identity());
        }

        @Override
        public Codec<String> codec() {
            return Codec.string();
        }

        @Override
        public List<Axis> axes() {
            return List.of(Axis.of("length", 0, 20).unit("words"), Axis.of("place", -1, 1));
        }

        @Override
        public List<String> seeds() {
            return List.of("The soup was warm.", "The bread was fresh.", "The bus was late.");
        }

        @Override
        public List<Evaluation> evaluate(List<String> texts, Context context) {
            List<Call<String>> calls = IntStream.range(0, texts.size())
                    .mapToObj(i -> new Call<>(i, texts.get(i)))
                    .toList();
            List<Judgement> tastes = taste.judgements(calls, context);
            List<Judgement> places = place.judgements(calls, context);
            var evaluations = new ArrayList<Evaluation>();
            for (int i = 0; i < texts.size(); i++) {
                Judgement words = Judgement.of(AnswerLines.words(texts.get(i)));
                evaluations.add(Judgement.evaluation(tastes.get(i), words, places.get(i)));
            }
            return evaluations;
        }
    }

    @Test
    void valuesBecomeObjectiveAndMeasures() {
        List<Evaluation> evaluations =
                new Meals(TASTE, PLACE).evaluate(List.of("The soup.", "The bread."), Context.unmetered(1, 2));
        assertThat(evaluations.get(0)).isEqualTo(Evaluation.of(6 / 9.0, 2, PLACE.judge("The soup.")));
        assertThat(evaluations.get(1)).isInstanceOf(Failure.class);
        assertThat(((Failure) evaluations.get(1)).kind()).isEqualTo(Rating.UNREADABLE);
    }

    @Test
    void aFailureIsThatOfTheCandidateAndTheSearchGoesOn() {
        var search = Search.of(new Meals(TASTE, PLACE))
                .operators(Crossover.lmx(MODEL, 2))
                .seed(7)
                .name("meals");
        search.run(12);
        assertThat(search.archive().elites()).isNotEmpty();
        assertThat(search.archive().elites())
                .noneMatch(elite -> elite.solution().contains("bread"));
        assertThat(search.record().commits()).anySatisfy(commit -> {
            assertThat(commit.candidate().toString()).contains("The bread was fresh.");
            assertThat(commit.word()).isEqualTo("failed: unreadable rating");
            assertThat(commit.usage().calls()).isEqualTo(3); // two samples and a vector
        });
    }

    @Test
    void theFirstFailureOfObjectiveAndMeasuresCounts() {
        Judgement good = Judgement.of(1);
        Judgement first = Judgement.failed("a", "why");
        Judgement second = Judgement.failed("b", "why");
        assertThat(Judgement.evaluation(good, good, first, second)).isEqualTo(Evaluation.failed("a", "why"));
        assertThat(Judgement.evaluation(second, first)).isEqualTo(Evaluation.failed("b", "why"));
        assertThat(Judgement.evaluation(good)).isEqualTo(Evaluation.of(1));
    }
}

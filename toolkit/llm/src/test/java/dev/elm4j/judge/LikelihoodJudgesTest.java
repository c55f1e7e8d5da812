package dev.elm4j.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.contract.JudgeContract;
import dev.elm4j.environment.Failure;
import dev.elm4j.model.Likelihoods;
import dev.elm4j.model.ScriptedModel;
import dev.elm4j.text.Template;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Share, Tone and Grade, and what the leaning of a model does to them. */
class LikelihoodJudgesTest {

    private static final Template TEMPLATE = Template.of("Review: {{text}}\nThe meal was");
    private static final LikelihoodJudge GRADES = LikelihoodJudge.of("meal-1", TEMPLATE, " bad", " fair", " good");
    private static final LikelihoodJudge TWO = LikelihoodJudge.of("meal-2", TEMPLATE, " good", " bad");

    /** Likes exclamation marks, and leans to " fair" by 4 nats whatever the text says. */
    private static final ScriptedModel MODEL = ScriptedModel.of(prompt -> "").likelihoods((prompt, label) -> {
        double marks = prompt.chars().filter(c -> c == '!').count();
        return switch (label) {
            case " bad" -> -9 - marks;
            case " fair" -> -5;
            default -> -10 + marks;
        };
    });

    @Test
    void gradeIsTheExpectedLabel() {
        var even = ScriptedModel.of(prompt -> "").likelihoods((prompt, label) -> -2);
        Judgement judgement = Grade.of(GRADES, even).judgement("soup");
        assertThat(judgement.value()).isCloseTo(0.5, within(1e-15));
        assertThat(judgement.spread().orElseThrow()).isCloseTo(Math.sqrt(1 / 6.0), within(1e-15));
        var sure = ScriptedModel.of(prompt -> "").likelihoods((prompt, label) -> label.equals(" good") ? -0.1 : -900);
        assertThat(Grade.of(GRADES, sure).judgement("soup")).isEqualTo(Judgement.of(1));
    }

    @Test
    void gradeOfTwoLabelsIsTheShareOfTheHigher() {
        var random = new SplittableRandom(20250111);
        for (int round = 0; round < 100; round++) {
            double first = -random.nextDouble(20);
            double second = -random.nextDouble(20);
            var model = ScriptedModel.of(p -> "").likelihoods((p, label) -> label.equals(" good") ? first : second);
            assertThat(Grade.of(TWO, model).judge("x"))
                    .isCloseTo(Share.of(TWO, model, " bad").judge("x"), within(1e-12));
        }
    }

    @Test
    void correctionTakesAwayWhatTheModelAlwaysSays() {
        List<String> reference = List.of("soup", "soup!", "soup!!");
        var leaning = Leaning.of(GRADES, MODEL, reference);
        // means of the logs are -10, -5 and -9; their middle is -8
        assertThat(leaning.nats()).containsExactly(-2.0, 3.0, -1.0);
        assertThat(leaning).hasToString("leaning -2.000 +3.000 -1.000");
        Grade raw = Grade.of(GRADES, MODEL);
        assertThat(raw.judge("soup!!!")).isCloseTo(0.5, within(0.1)); // fair, always fair
        assertThat(raw.corrected(reference).judge("soup!!!!")).isGreaterThan(0.9);
        assertThat(raw.corrected(reference).judge("soup!")).isCloseTo(0.5, within(1e-9));
        assertThat(Share.of(GRADES, MODEL, " fair").corrected(reference).judge("soup!"))
                .isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void leaningOfAnyStrengthCancelsOut() {
        var random = new SplittableRandom(20250112);
        for (int round = 0; round < 50; round++) {
            double[] lean = random.doubles(3, -9, 0).toArray();
            var leaning =
                    new Leaning(IntStream.range(0, 3).mapToObj(i -> lean[i]).toList());
            double[] logs = random.doubles(3, -9, 0).toArray();
            var fair =
                    new Likelihoods(IntStream.range(0, 3).mapToObj(i -> logs[i]).toList(), 1);
            var leant = new Likelihoods(
                    IntStream.range(0, 3).mapToObj(i -> logs[i] + lean[i]).toList(), 1);
            for (int i = 0; i < 3; i++) {
                assertThat(leaning.shares(leant).get(i)).isCloseTo(fair.share(i), within(1e-12));
            }
        }
    }

    @Test
    void toneIsLeastSureAtItsCentre() {
        var tone = Tone.of(TWO, MODEL, new Calibration(3, 2, 1, 1, 4));
        assertThat(tone.judgement("soup!!")).isEqualTo(Judgement.of(0, 1)); // -10 + 2 against -9 - 2: the centre
        double difference = 6 - 1;
        double p = 1 / (1 + Math.exp(-(difference - 3)));
        assertThat(tone.judgement("soup!!!").spread().orElseThrow())
                .isCloseTo(2 * Math.sqrt(p * (1 - p)), within(1e-12));
    }

    @Test
    void aModelWithoutAnyLikelihoodIsAFailureAndNoZero() {
        var mute = ScriptedModel.of(p -> "").likelihoods((p, label) -> Double.NEGATIVE_INFINITY);
        var calibration = new Calibration(0, 1, 1, 1, 4);
        for (Judge judge :
                List.of(Grade.of(GRADES, mute), Share.of(GRADES, mute, " bad"), Tone.of(TWO, mute, calibration))) {
            assertThat(judge.judgement("soup").failure().orElseThrow().kind()).isEqualTo(Failure.NOT_FINITE);
            assertThat(judge.judge("soup")).isNaN();
        }
    }

    @Test
    void refusesALeaningOfAnotherQuestion() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grade.of(GRADES, MODEL).corrected(Leaning.none(2)))
                .withMessage("Judge 'meal-1' has 3 labels, but the leaning is of 2. Learn it with this one.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.of(GRADES, MODEL, " bad").corrected(List.of()))
                .withMessageContaining("has no text");
        assertThatIllegalArgumentException().isThrownBy(() -> new Leaning(List.of(Double.NaN)));
    }

    @Nested
    class Grades extends JudgeContract {
        @Override
        protected Judge judge() {
            return Grade.of(GRADES, MODEL);
        }

        @Override
        protected List<Judge> variants() {
            var reworded = Template.of("Text: {{text}}\nThe meal was");
            return List.of(
                    Grade.of(LikelihoodJudge.of("meal-1", reworded, " bad", " fair", " good"), MODEL),
                    Grade.of(LikelihoodJudge.of("meal-1", TEMPLATE, " good", " fair", " bad"), MODEL),
                    Grade.of(LikelihoodJudge.of("meal-3", TEMPLATE, " bad", " fair", " good"), MODEL),
                    Grade.of(GRADES, MODEL).corrected(List.of("soup")));
        }

        @Override
        protected double[] range() {
            return new double[] {0, 1};
        }
    }

    @Nested
    class Shares extends JudgeContract {
        @Override
        protected Judge judge() {
            return Share.of(GRADES, MODEL, " good");
        }

        @Override
        protected List<Judge> variants() {
            var renamed = LikelihoodJudge.of("meal-3", TEMPLATE, " bad", " fair", " good");
            var reworded = Template.of("Text: {{text}}\nThe meal was");
            return List.of(
                    Share.of(GRADES, MODEL, " bad"),
                    Share.of(LikelihoodJudge.of("meal-1", reworded, " bad", " fair", " good"), MODEL, " good"),
                    Share.of(LikelihoodJudge.of("meal-1", TEMPLATE, " bad", " good"), MODEL, " good"),
                    Share.of(renamed, MODEL, " good"),
                    Share.of(GRADES, MODEL, " good").corrected(List.of("soup")));
        }

        @Override
        protected double[] range() {
            return new double[] {0, 1};
        }
    }

    @Nested
    class Tones extends JudgeContract {
        @Override
        protected Judge judge() {
            return Tone.of(TWO, MODEL, new Calibration(1, 2, 1, 1, 4));
        }

        @Override
        protected List<Judge> variants() {
            var calibration = new Calibration(1, 2, 1, 1, 4);
            var reworded = Template.of("Text: {{text}}\nThe meal was");
            return List.of(
                    Tone.of(LikelihoodJudge.of("meal-2", reworded, " good", " bad"), MODEL, calibration),
                    Tone.of(LikelihoodJudge.of("meal-2", TEMPLATE, " bad", " good"), MODEL, calibration),
                    Tone.of(TWO, MODEL, new Calibration(1, 3, 1, 1, 4)),
                    Tone.of(TWO, MODEL, new Calibration(2, 2, 1, 1, 4)));
        }

        @Override
        protected double[] range() {
            return new double[] {-1, 1};
        }
    }
}

package dev.elm4j.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeReportTest {

    @Test
    void agreesWithNumbersWorkedOutByHand() {
        // ranks 1 2 3.5 3.5 5 and 2 1 3 4.5 4.5
        var agreement = new Agreement(new double[] {1, 2, 3, 3, 9}, new double[] {2, 1, 3, 4, 4});
        assertThat(agreement.spearman()).isCloseTo(7.75 / 9.5, within(1e-12));
        assertThat(agreement.pearson()).isCloseTo(10.6 / Math.sqrt(39.2 * 6.8), within(1e-12));
        // of 9 pairs with different scores: 1 against 2 is wrong, 3 against 3 a tie
        assertThat(agreement.auc()).isCloseTo(7.5 / 9, within(1e-12));
    }

    @Test
    void equalsTheCalibrationForTwoLabels() {
        var random = new SplittableRandom(20250119);
        for (int round = 0; round < 100; round++) {
            double[] first = random.doubles(20, -1, 3).toArray();
            double[] second = random.doubles(30, -3, 1).toArray();
            var calibration = Calibration.of(first, second);
            var examples = new ArrayList<ScoredText>();
            for (double value : first) {
                examples.add(new ScoredText(String.valueOf(value), 1));
            }
            for (double value : second) {
                examples.add(new ScoredText(String.valueOf(value), 0));
            }
            var report = JudgeReport.of(judge(Double::parseDouble), examples);
            assertThat(report.auc()).isCloseTo(calibration.auc(), within(1e-12));
            // the calibration's centre is rounded to 3 digits
            assertThat(report.accuracy().orElseThrow()).isCloseTo(calibration.accuracy(), within(0.021));
        }
    }

    @Test
    void isOneForAPerfectJudgeAndAboutAHalfForAGuessingOne() {
        var examples = IntStream.range(0, 400)
                .mapToObj(i -> new ScoredText("text " + i, i % 2))
                .toList();
        var perfect = JudgeReport.of(judge(text -> Math.exp(text.charAt(text.length() - 1) % 2)), examples);
        assertThat(perfect.auc()).isEqualTo(1);
        assertThat(perfect.spearman()).isCloseTo(1, within(1e-12));
        assertThat(perfect.accuracy()).hasValue(1);
        var random = new SplittableRandom(20250120);
        var guessing = JudgeReport.of(judge(text -> random.nextDouble()), examples);
        // standard error of the AUC of 200 against 200 is 0.029 (Mann-Whitney): 4 of them, p = 6e-5
        assertThat(guessing.auc()).isCloseTo(0.5, within(0.116));
        // of Spearman's correlation 1 / sqrt(399) = 0.05
        assertThat(guessing.spearman()).isCloseTo(0, within(0.2));
    }

    @Test
    void doesNotChangeWhenValuesAreScaled() {
        var random = new SplittableRandom(20250121);
        var examples = IntStream.range(0, 60)
                .mapToObj(i -> new ScoredText(String.valueOf(random.nextInt(20)), random.nextInt(4)))
                .toList();
        var plain = JudgeReport.of(judge(Double::parseDouble), examples);
        var scaled = JudgeReport.of(judge(text -> 4 * Double.parseDouble(text) - 32), examples);
        assertThat(scaled.auc()).isEqualTo(plain.auc());
        assertThat(scaled.spearman()).isEqualTo(plain.spearman());
        assertThat(scaled.accuracy()).isEqualTo(plain.accuracy());
        assertThat(scaled.pearson()).isCloseTo(plain.pearson(), within(1e-12));
    }

    @Test
    void manyScoresHaveNoLevels() {
        var examples = IntStream.range(0, 20)
                .mapToObj(i -> new ScoredText(String.valueOf(i), i * i))
                .toList();
        var report = JudgeReport.of(judge(Double::parseDouble), examples);
        assertThat(report.levels()).isEmpty();
        assertThat(report.accuracy()).isEmpty();
        assertThat(report.spearman()).isCloseTo(1, within(1e-12));
        assertThat(report.toString().lines()).hasSize(4);
    }

    @Test
    void countsWhatHasNoValue() {
        var examples = List.of(
                new ScoredText("1", 0), new ScoredText("2", 0), new ScoredText("poem", 1), new ScoredText("3", 1));
        var report =
                JudgeReport.of(judge(text -> text.equals("poem") ? Double.NaN : Double.parseDouble(text)), examples);
        assertThat(report.texts()).isEqualTo(4);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.auc()).isEqualTo(1);
        assertThat(report)
                .hasToString(
                        """
                        by hand
                        4 texts, 1 without a value, 0 samples dropped
                        AUC 1.000   Spearman 0.866   Pearson 0.866   accuracy 100.0 %
                        mean spread 0.250
                             score  texts      mean    lowest   highest
                             0.000      2     1.500     1.000     2.000
                             1.000      1     3.000     3.000     3.000""");
        assertThat(report.toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void refusesExamplesThatTellNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JudgeReport.of(judge(text -> 1), List.of(new ScoredText("a", 1))))
                .withMessage("A report needs texts of at least 2 different scores; 1 texts have a value, of 1.");
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoredText("a", Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoredText.of(List.of(new LabelledText("a", "sour")), "sweet"))
                .withMessageContaining("'sour'");
        assertThat(ScoredText.of(List.of(new LabelledText("a", "hot")), "cold", "hot"))
                .containsExactly(new ScoredText("a", 1));
    }

    static Judge judge(ToDoubleFunction<String> value) {
        return new Judge() {
            @Override
            public String identity() {
                return "by hand";
            }

            @Override
            public List<Judgement> judgements(List<Call<String>> texts, Context context) {
                return texts.stream()
                        .map(text -> value.applyAsDouble(text.request()))
                        .map(v -> Double.isNaN(v) ? Judgement.failed("poem", "It is one.") : Judgement.of(v, 0.25))
                        .toList();
            }
        };
    }
}

package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well a judge agrees with people, measured on texts that they scored.
 *
 * <pre>{@code
 * var report = JudgeReport.of(Share.of(question, model, " positive"), ScoredText.of(examples, "negative", "positive"));
 * report.auc();        // the chance that a positive text has a greater value than a negative one
 * report.toString();   // all numbers, as a notebook shows them
 * }</pre>
 *
 * <p>The numbers are of the values alone and do not change if all values are moved or scaled; those of a judge that was
 * calibrated on the same texts flatter it. Immutable.
 *
 * @param judge its identity
 * @param texts how many there were
 * @param failed how many of them got no value; they are in no number below
 * @param dropped samples that could not be read, in all texts
 * @param spread mean of the spreads that are known; empty if none is
 * @param accuracy share of the texts whose value is nearest to the mean value of their own score, in [0, 1], for the same
 *     texts that gave the means; empty if there are more than {@value #MOST_LEVELS} different scores
 * @param auc the chance that of two texts with different scores the greater score has the greater value, ties half, in [0, 1];
 *     0.5 is guessing; for two scores the area under the ROC curve
 * @param pearson correlation of values and scores, in [-1, 1]
 * @param spearman correlation of their ranks, in [-1, 1]
 * @param levels mean and range of the values by score, in ascending order; empty where accuracy is
 */
public record JudgeReport(
        String judge,
        int texts,
        int failed,
        int dropped,
        OptionalDouble spread,
        OptionalDouble accuracy,
        double auc,
        double pearson,
        double spearman,
        List<Level> levels) {

    /** With more different scores than this, a text is of no level. */
    public static final int MOST_LEVELS = 10;

    private static final int WIDTH = 80;

    /**
     * The values of the texts with one score.
     *
     * <pre>{@code
     * var report = JudgeReport.of(Share.of(question, model, " positive"), ScoredText.of(examples, "negative", "positive"));
     * report.levels().get(0).texts();   // 2, scored 0: the negative ones
     * }</pre>
     *
     * @param score that people gave
     * @param texts how many
     * @param mean of the values
     * @param lowest value
     * @param highest value
     */
    public record Level(double score, int texts, double mean, double lowest, double highest) {}

    public JudgeReport {
        requireNonNull(judge, "judge");
        levels = List.copyOf(levels);
    }

    /**
     * Judges the texts now, in no budget.
     *
     * @param examples with at least two different scores
     * @throws IllegalArgumentException if the texts that got a value do not have two different scores
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static JudgeReport of(Judge judge, List<ScoredText> examples) {
        List<String> texts = examples.stream().map(ScoredText::text).toList();
        return of(judge.identity(), examples, ReferenceTexts.judge(judge, texts));
    }

    /** The report of judgements that are there already, {@code judgements.get(i)} of {@code examples.get(i)}. */
    static JudgeReport of(String judge, List<ScoredText> examples, List<Judgement> judgements) {
        int[] good = IntStream.range(0, examples.size())
                .filter(i -> judgements.get(i).failure().isEmpty())
                .toArray();
        double[] values =
                Arrays.stream(good).mapToDouble(i -> judgements.get(i).value()).toArray();
        double[] scores =
                Arrays.stream(good).mapToDouble(i -> examples.get(i).score()).toArray();
        requireTwo(scores, examples.size());
        var agreement = new Agreement(values, scores);
        List<Level> levels = levels(values, scores);
        return new JudgeReport(
                judge,
                examples.size(),
                examples.size() - good.length,
                judgements.stream().mapToInt(Judgement::dropped).sum(),
                judgements.stream()
                        .flatMapToDouble(judgement -> judgement.spread().stream())
                        .average(),
                levels.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(accuracy(values, scores, levels)),
                agreement.auc(),
                agreement.pearson(),
                agreement.spearman(),
                levels);
    }

    private static void requireTwo(double[] scores, int texts) {
        if (Arrays.stream(scores).distinct().count() < 2) {
            throw new IllegalArgumentException(
                    "A report needs texts of at least 2 different scores; %d texts have a value, of %d."
                            .formatted(scores.length, texts));
        }
    }

    private static List<Level> levels(double[] values, double[] scores) {
        var different = new TreeSet<Double>();
        Arrays.stream(scores).forEach(different::add);
        return different.size() > MOST_LEVELS
                ? List.of()
                : different.stream().map(score -> level(score, values, scores)).toList();
    }

    private static Level level(double score, double[] values, double[] scores) {
        var own = IntStream.range(0, values.length)
                .filter(i -> scores[i] == score)
                .mapToDouble(i -> values[i])
                .summaryStatistics();
        return new Level(score, (int) own.getCount(), own.getAverage(), own.getMin(), own.getMax());
    }

    /** A value as near to the mean of another score is on no side. */
    private static double accuracy(double[] values, double[] scores, List<Level> levels) {
        int right = 0;
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            double score = scores[i];
            double own = levels.stream()
                    .filter(level -> level.score() == score)
                    .mapToDouble(level -> Math.abs(value - level.mean()))
                    .sum();
            right += levels.stream().allMatch(level -> level.score() == score || Math.abs(value - level.mean()) > own)
                    ? 1
                    : 0;
        }
        return (double) right / values.length;
    }

    /** All numbers, at most 80 columns wide. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        text.append(judge.length() <= WIDTH ? judge : judge.substring(0, WIDTH - 1) + "\u2026")
                .append('\n');
        text.append("%d texts, %d without a value, %d samples dropped\n".formatted(texts, failed, dropped));
        text.append(String.format(Locale.ROOT, "AUC %.3f   Spearman %.3f   Pearson %.3f", auc, spearman, pearson));
        accuracy.ifPresent(share -> text.append(String.format(Locale.ROOT, "   accuracy %.1f %%", 100 * share)));
        text.append(spread.isPresent() ? String.format(Locale.ROOT, "\nmean spread %.3f", spread.getAsDouble()) : "");
        if (!levels.isEmpty()) {
            text.append(levels.stream()
                    .map(JudgeReport::row)
                    .collect(Collectors.joining("\n", "\n     score  texts      mean    lowest   highest\n", "")));
        }
        return text.toString();
    }

    private static String row(Level level) {
        return String.format(
                Locale.ROOT,
                "%10.4g %6d %9.3f %9.3f %9.3f",
                level.score(),
                level.texts(),
                level.mean(),
                level.lowest(),
                level.highest());
    }
}

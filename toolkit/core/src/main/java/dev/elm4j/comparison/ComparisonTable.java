package dev.elm4j.comparison;

import java.util.List;

/**
 * What a comparison found: per arm and metric the median of the runs with a 95 % bootstrap interval (Efron 1979, percentiles
 * of 2,000 resamples), and against the first arm the p of a Mann-Whitney U test and the Vargha-Delaney effect size A12.
 *
 * <pre>{@code
 * compared.notes();        // what a reader must know besides the numbers
 * for (ComparisonRow row : compared.rows()) {
 *     String line = row.arm() + " " + row.median();
 * }
 * }</pre>
 *
 * <p>With {@code n} runs per arm the smallest possible p is 2 divided by the number of ways to choose {@code n} of
 * {@code 2n}: 0.1 for 3, 0.029 for 4, 0.008 for 5. A table whose runs are too few for 0.05 says so. No p is corrected for the
 * number of arms and metrics: of twenty comparisons without any difference one falls below 0.05.
 *
 * @param name of the base search
 * @param cost by which the budget is measured
 * @param budget of each run, in its unit
 * @param rows all arms by the first metric, then by the next
 * @param runs that the rows are made of, and those that are left out
 * @param notes what a reader must know besides, as sentences
 */
public record ComparisonTable(
        String name, Cost cost, double budget, List<ComparisonRow> rows, List<ComparedRun> runs, List<String> notes) {

    /** The metric that sums the elites' objectives. */
    public static final String QD_SCORE = "QD score";
    /** The share of the cells that have an elite. */
    public static final String COVERAGE = "coverage";
    /** The greatest objective. */
    public static final String BEST = "best";

    static final List<String> STANDARD = List.of(QD_SCORE, COVERAGE, BEST);

    /** Below this p a difference counts as shown. */
    static final double LEVEL = 0.05;

    public ComparisonTable {
        rows = List.copyOf(rows);
        runs = List.copyOf(runs);
        notes = List.copyOf(notes);
    }

    /**
     * One row.
     *
     * @throws IllegalArgumentException if there is no such arm or metric
     */
    public ComparisonRow row(String arm, String metric) {
        return rows.stream()
                .filter(row -> row.arm().equals(arm) && row.metric().equals(metric))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no arm '%s' with a metric '%s', only %s with %s."
                                .formatted(arm, metric, arms(), metrics())));
    }

    /** The names of the arms, in their order. */
    public List<String> arms() {
        return rows.stream().map(ComparisonRow::arm).distinct().toList();
    }

    /** The names of the metrics, in their order. */
    public List<String> metrics() {
        return rows.stream().map(ComparisonRow::metric).distinct().toList();
    }

    /** QD score, coverage and best over the cost, one curve per run. */
    public List<Curve> curves() {
        return runs.stream()
                .map(run -> new Curve(run.arm(), run.seed(), run.curve()))
                .toList();
    }

    /** A text of at most 80 columns. */
    @Override
    public String toString() {
        return TableText.of(this);
    }
}

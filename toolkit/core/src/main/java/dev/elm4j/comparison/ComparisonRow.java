package dev.elm4j.comparison;

/**
 * What one arm came to by one metric.
 *
 * <pre>{@code
 * ComparisonRow row = compared.row("MAP-Elites", ComparisonTable.QD_SCORE);
 * boolean better = row.p() < 0.05 && row.a12() > 0.5;
 * }</pre>
 *
 * @param metric {@code QD score}, {@code coverage}, {@code best} or one that the comparison was given
 * @param arm its name
 * @param n runs behind the numbers; those that broke or were interrupted are not in
 * @param median of the runs; negative infinity if so many found nothing, NaN if n is 0
 * @param low lower end of the 95 % bootstrap interval of the median
 * @param high upper end of it
 * @param p two-sided, of the Mann-Whitney U test against the first arm; not corrected for the number of arms and metrics;
 *     NaN for the first arm itself
 * @param a12 the probability that a run of this arm is better than one of the first arm, ties counting half
 *     (Vargha-Delaney): 0.5 is no effect; NaN for the first arm itself
 */
public record ComparisonRow(
        String metric, String arm, int n, double median, double low, double high, double p, double a12) {}

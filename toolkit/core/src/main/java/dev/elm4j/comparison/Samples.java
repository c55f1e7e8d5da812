package dev.elm4j.comparison;

import dev.elm4j.search.Interval;
import java.util.Arrays;

/** Median and bootstrap interval of a few numbers; negative infinity, a run that found nothing, is below all others. */
final class Samples {

    /** Resamples of a bootstrap interval. */
    static final int RESAMPLES = 2_000;

    private Samples() {}

    /** NaN of no numbers. */
    static double median(double[] numbers) {
        return quantile(sorted(numbers), 0.5);
    }

    /**
     * The 95 % percentile interval of the median, {@code {low, high}}. With fewer than six numbers it is not much more than
     * their range.
     *
     * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron 1979</a>
     */
    static double[] interval(double[] numbers) {
        if (numbers.length == 0) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double[] medians = Interval.resampled(numbers, RESAMPLES, Samples::median);
        return new double[] {quantile(medians, 0.025), quantile(medians, 0.975)};
    }

    private static double[] sorted(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Linear between the two nearest, as numpy has it. */
    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        double low = sorted[below];
        double part = at - below;
        return part == 0 || Double.isInfinite(low) ? low : low + part * (sorted[below + 1] - low);
    }
}

package dev.elm4j.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Between what bounds a number lies with a confidence of 95 %.
 *
 * <pre>{@code
 * Interval.wilson(8, 10).low();                       // 0.4901625
 * Interval.ofMean(new double[] {1, 2, 3}).high();     // 3.0
 * }</pre>
 *
 * @param low lower bound; NaN if nothing is known
 * @param high upper bound; NaN if nothing is known
 */
public record Interval(double low, double high) {

    /** Nothing is known. */
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    private static final double Z = 1.959963984540054;
    private static final int RESAMPLES = 1_000;
    private static final long SEED = 1979;

    /** Beyond so many numbers the mean is as good as normally distributed, and resampling only takes time. */
    private static final int MANY = 2_000;

    /**
     * The interval of a share.
     *
     * @param successes of the trials, in {@code [0, trials]}
     * @param trials at least 0; of none the share may be anything
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
     */
    public static Interval wilson(long successes, long trials) {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double share = (double) successes / trials;
        double scale = 1 + Z * Z / trials;
        double centre = share + Z * Z / (2 * trials);
        double half = Z * Math.sqrt(share * (1 - share) / trials + Z * Z / (4.0 * trials * trials));
        return new Interval(Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale));
    }

    /**
     * The percentile bootstrap interval of a mean, by 1,000 resamples of a fixed seed; of more than 2,000 numbers the normal
     * interval.
     *
     * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron 1979</a>
     */
    public static Interval ofMean(double[] numbers) {
        if (numbers.length == 0) {
            return UNKNOWN;
        }
        return numbers.length > MANY ? normal(numbers) : bootstrap(numbers);
    }

    private static Interval bootstrap(double[] numbers) {
        double[] means = resampled(numbers, RESAMPLES, sample -> {
            double sum = 0;
            for (double number : sample) {
                sum += number;
            }
            return sum / sample.length;
        });
        return new Interval(means[RESAMPLES / 40 - 1], means[RESAMPLES - RESAMPLES / 40]);
    }

    /**
     * What a statistic comes to in resamples of some numbers, drawn with replacement by a fixed seed, so that it is the same
     * each time.
     *
     * @param numbers at least 1
     * @param resamples at least 1
     * @return {@code double[resamples]}, ascending
     * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron 1979</a>
     */
    public static double[] resampled(double[] numbers, int resamples, ToDoubleFunction<double[]> statistic) {
        var random = new SplittableRandom(SEED);
        double[] values = new double[resamples];
        double[] sample = new double[numbers.length];
        for (int i = 0; i < resamples; i++) {
            for (int j = 0; j < sample.length; j++) {
                sample[j] = numbers[random.nextInt(numbers.length)];
            }
            values[i] = statistic.applyAsDouble(sample);
        }
        Arrays.sort(values);
        return values;
    }

    private static Interval normal(double[] numbers) {
        double mean = Arrays.stream(numbers).average().orElseThrow();
        double squares =
                Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
        double half = Z * Math.sqrt(squares / (numbers.length - 1) / numbers.length);
        return new Interval(mean - half, mean + half);
    }
}

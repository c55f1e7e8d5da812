package dev.elm4j.judge;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where the middle of a difference of log-likelihoods lies and how wide it spreads, learned from examples of two labels.
 *
 * <p>A model leans to one of two labels whatever the text says, and the order of the examples in the prompt can turn the
 * sign round; so zero is no middle. The centre is the mean of the two labels' mean differences, the scale the standard
 * deviation of all differences around the centre; both are rounded to 3 digits after the point, so that what is printed is
 * what is used. The accuracy counts examples on the right side of the centre, the AUC is the chance that a random example
 * of the first label has a greater difference than one of the second: it does not depend on the centre.
 *
 * <pre>{@code
 * var calibration = Calibration.of(new double[] {3, 5}, new double[] {1, -1});
 * calibration.centre();    // 2
 * calibration.map(2);      // 0
 * calibration.map(100);    // 1
 * }</pre>
 *
 * @param centre the difference that is mapped to 0, in nats
 * @param scale the distance from the centre that is mapped to tanh(1) = 0.76, in nats; above 0
 * @param accuracy share of the examples on their side of the centre, in [0, 1]
 * @param auc area under the ROC curve, in [0, 1]; 0.5 is guessing
 * @param examples how many there were
 * @see <a href="https://arxiv.org/abs/2102.09690">Zhao 2021, Calibrate Before Use</a>
 */
public record Calibration(double centre, double scale, double accuracy, double auc, int examples) {

    /** @throws IllegalArgumentException if centre or scale is not finite, or the scale not above 0 */
    public Calibration {
        if (!Double.isFinite(centre) || !Double.isFinite(scale) || scale <= 0) {
            throw new IllegalArgumentException(
                    ("A calibration needs a finite centre and a finite scale above 0, but was "
                                    + "%s and %s. Does the model tell the labels apart at all?")
                            .formatted(centre, scale));
        }
    }

    /**
     * Learns from examples.
     *
     * @param first differences of the examples with the first label, {@code double[examples]}, at least 1
     * @param second those of the second label, alike
     * @throws IllegalArgumentException if a label has no example, or all differences are equal
     */
    public static Calibration of(double[] first, double[] second) {
        if (first.length == 0 || second.length == 0) {
            throw new IllegalArgumentException("A calibration needs examples of both labels, but got %d and %d."
                    .formatted(first.length, second.length));
        }
        double centre = rounded((mean(first) + mean(second)) / 2);
        int all = first.length + second.length;
        double squares = squares(first, centre) + squares(second, centre);
        long right = Arrays.stream(first).filter(d -> d > centre).count()
                + Arrays.stream(second).filter(d -> d < centre).count();
        return new Calibration(
                centre, rounded(Math.sqrt(squares / all)), (double) right / all, auc(first, second), all);
    }

    /** A difference in nats as a tone in [-1, 1], 0 at the centre; increasing. */
    public double map(double difference) {
        return StrictMath.tanh((difference - centre) / scale);
    }

    /** On one line, as a notebook shows it. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Calibration on %d examples: centre %.3f, scale %.3f; %.1f %% on the right side, AUC %.3f",
                examples,
                centre,
                scale,
                100 * accuracy,
                auc);
    }

    private static double auc(double[] first, double[] second) {
        double wins = 0;
        for (double a : first) {
            for (double b : second) {
                wins += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        return wins / ((double) first.length * second.length);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double squares(double[] values, double centre) {
        return Arrays.stream(values).map(d -> (d - centre) * (d - centre)).sum();
    }

    private static double rounded(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}

package dev.elm4j.functions;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;

/**
 * Problems with known answers.
 *
 * <pre>{@code
 * var search = Search.of(Functions.sphere(10)).operators(Gaussian.of(0.5)).seed(1);
 * search.run(1_000);
 * }</pre>
 */
public final class Functions {

    /** The optimum of the sphere has this value in every coordinate. */
    private static final double SHIFT = 2.048;

    /** Coordinates beyond this bound are folded back in the measures. */
    private static final double BOUND = 5.12;

    private static final int BINS = 20;

    private Functions() {}

    /**
     * The sphere function with pyribs' linear projection: the objective is 100 at the optimum (2.048, …) and 0 at the far
     * corner of the box; the two measures are the sums of the two halves of the coordinates, a coordinate beyond ±5.12
     * counting as 5.12 divided by it.
     *
     * @param dimensions at least 2
     * @see <a href="https://arxiv.org/abs/1912.02400">Fontaine 2020, CMA-ME</a>
     */
    public static Environment<double[]> sphere(int dimensions) {
        if (dimensions < 2) {
            throw new IllegalArgumentException(
                    "The sphere needs at least 2 dimensions, one per measure, but was %d.".formatted(dimensions));
        }
        double range = BOUND * dimensions / 2;
        return Environment.of("sphere-" + dimensions, (double[] x) -> scored(x, dimensions))
                .measures(
                        Axis.of("first half", -range, range).bins(BINS),
                        Axis.of("second half", -range, range).bins(BINS))
                .seeds(new double[dimensions]);
    }

    private static Evaluation scored(double[] x, int dimensions) {
        if (x.length != dimensions) {
            return Evaluation.failed(
                    "wrong length", "Expected %d coordinates, but got %d.".formatted(dimensions, x.length));
        }
        double sum = 0;
        for (double value : x) {
            sum += (value - SHIFT) * (value - SHIFT);
        }
        double worst = (BOUND + SHIFT) * (BOUND + SHIFT) * dimensions;
        return Evaluation.of(
                100 * (worst - sum) / worst, folded(x, 0, dimensions / 2), folded(x, dimensions / 2, dimensions));
    }

    private static double folded(double[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs(x[i]) <= BOUND ? x[i] : BOUND / x[i];
        }
        return sum;
    }
}

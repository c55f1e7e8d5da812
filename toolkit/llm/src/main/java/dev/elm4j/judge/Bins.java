package dev.elm4j.judge;

import dev.elm4j.archive.Axis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Bins that fit a sample: each holds about as many of its values as the others.
 *
 * <p>A judge seldom uses its whole range; with equal bins most cells of a map stay out of reach. QDAIF bins its AI measures
 * unevenly for the same reason (Bradley 2023, <a href="https://arxiv.org/abs/2310.13032">Quality-Diversity through AI
 * Feedback</a>).
 *
 * <pre>{@code
 * Axis axis = Bins.quantiles("tone", new double[] {-0.31, -0.28, -0.02, 0.01, 0.07, 0.33}, 3);
 * axis.bins();     // 3
 * axis.edge(1);    // -0.2
 * }</pre>
 *
 * <p>All methods are pure and safe to call from any thread.
 */
public final class Bins {

    /** Edges are moved past this share of a bin's values if that makes them shorter to read. */
    private static final double SLACK = 0.1;

    /** The outer edges are moved out by at most this share of the range. */
    private static final double MARGIN = 0.05;

    private static final int MOST_DIGITS = 17;

    private Bins() {}

    /**
     * An axis whose inner edges are quantiles of a sample, rounded to the shortest numbers that change each bin's share by no
     * more than about a tenth; the outer edges are the sample's bounds, rounded outwards. Equal values are never torn apart:
     * a value that fills more than its bin leaves fewer bins, and none is empty.
     *
     * @param name of the axis
     * @param values the sample, such as what a judge says of some hundred texts; any order, not changed
     * @param bins how many are wanted, at least 1; the axis may have fewer
     * @throws IllegalArgumentException if there is no bin, a value is not finite, or all are equal
     */
    public static Axis quantiles(String name, double[] values, int bins) {
        double[] sorted =
                Arrays.stream(values).map(value -> value + 0.0).sorted().toArray();
        if (bins < 1) {
            throw new IllegalArgumentException("Axis '%s' needs at least 1 bin, but was %d.".formatted(name, bins));
        }
        if (sorted.length == 0 || !Double.isFinite(sorted[0]) || !Double.isFinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException(
                    "Axis '%s' needs a sample of finite values. Leave out the texts that the judge fails at."
                            .formatted(name));
        }
        if (sorted[0] == sorted[sorted.length - 1]) {
            throw new IllegalArgumentException(
                    "Axis '%s' needs values that differ, but all %d are %s. Does the judge tell the texts apart?"
                            .formatted(name, sorted.length, sorted[0]));
        }
        return Axis.edges(name, edges(sorted, cuts(sorted, bins)));
    }

    /** Numbers of values below each edge: 0, then ascending, then all. */
    private static int[] cuts(double[] sorted, int bins) {
        int[] cuts = new int[bins + 1];
        int found = 1;
        for (int i = 1; i < bins; i++) {
            int cut = between(sorted, (int) Math.rint((double) i * sorted.length / bins));
            if (cut > cuts[found - 1] && cut < sorted.length) {
                cuts[found++] = cut;
            }
        }
        cuts[found++] = sorted.length;
        return Arrays.copyOf(cuts, found);
    }

    /** The place between two different values that is nearest to this one. */
    private static int between(double[] sorted, int place) {
        for (int distance = 0; distance <= sorted.length; distance++) {
            if (differs(sorted, place - distance)) {
                return place - distance;
            }
            if (differs(sorted, place + distance)) {
                return place + distance;
            }
        }
        return 0;
    }

    private static boolean differs(double[] sorted, int place) {
        return place > 0 && place < sorted.length && sorted[place - 1] < sorted[place];
    }

    private static double[] edges(double[] sorted, int[] cuts) {
        int bins = cuts.length - 1;
        double[] edges = new double[bins + 1];
        double lowest = sorted[0];
        double highest = sorted[sorted.length - 1];
        double margin = MARGIN * (highest - lowest);
        edges[0] = -shortest(Math.nextDown(-lowest), -lowest + margin, -lowest);
        edges[bins] = shortest(Math.nextDown(highest), highest + margin, highest);
        for (int i = 1; i < bins; i++) {
            int slack = (int) (SLACK * sorted.length / bins);
            int below = Math.min(slack, (cuts[i] - cuts[i - 1] - 1) / 2);
            int above = Math.min(slack, (cuts[i + 1] - cuts[i] - 1) / 2);
            int from = cuts[i] - 1 - below;
            int to = cuts[i] + above;
            edges[i] = shortest(sorted[from], sorted[to], (sorted[cuts[i] - 1] + sorted[cuts[i]]) / 2);
        }
        return DoubleStream.of(edges).map(edge -> edge + 0.0).toArray();
    }

    /** The number in (above, to] with the fewest digits, and of these the nearest to the wanted one. */
    private static double shortest(double above, double to, double wanted) {
        int first = -(int) Math.floor(StrictMath.log10(Math.max(Math.abs(above), Math.abs(to))));
        for (int digits = 0; digits < MOST_DIGITS; digits++) {
            for (RoundingMode mode :
                    new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING}) {
                double rounded = BigDecimal.valueOf(wanted)
                        .setScale(first + digits, mode)
                        .doubleValue();
                if (rounded > above && rounded <= to) {
                    return rounded;
                }
            }
        }
        return to;
    }
}

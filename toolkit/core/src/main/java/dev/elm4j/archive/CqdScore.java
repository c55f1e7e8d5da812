package dev.elm4j.archive;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The continuous QD score: how well an archive serves many wishes of the form "near this point and good", so that archives
 * with different cells, or none, compare.
 *
 * <pre>{@code
 * var line = Archive.<String>of(Tessellation.grid(Axis.of("x", -1, 1)));
 * line.add("middle", 0.5, 0);
 * line.add("right", 0, 1);
 * CqdScore.at(new double[][] {{1}}).penalties(2).of(line);      // 0.5: 0.5 without penalty, 0 with
 * CqdScore.random(10, 100, 7).objectives(0, 1).of(line);        // a mean over 10 times 100 random points
 * }</pre>
 *
 * <p>For each target point and each of {@code P} penalties {@code p} spread evenly over [0, 1] it takes the best of {@code
 * objective / (max - min) - p * distance / farthest} over all elites, and sums these; where there are several sets of points
 * it gives the mean. As in pyribs the least objective is not subtracted, and an empty archive scores 0.
 *
 * <p>Immutable, so safe for use by several threads.
 *
 * @see <a href="https://dl.acm.org/doi/10.1145/3520304.3534018">Kent 2022, the CQD score</a>
 */
public final class CqdScore {

    /** Penalties unless {@link #penalties} says otherwise: 0, 0.25, 0.5, 0.75 and 1. */
    public static final int DEFAULT_PENALTIES = 5;

    private final Targets targets;
    private final int penalties;
    private final double range;
    /** NaN for the diagonal of the archive's box. */
    private final double farthest;

    private CqdScore(Targets targets, int penalties, double range, double farthest) {
        this.targets = targets;
        this.penalties = penalties;
        this.range = range;
        this.farthest = farthest;
    }

    /** Sets of target points for an archive's box: {@code double[sets][points][dimensions]}. */
    private interface Targets {
        double[][][] in(Tessellation tessellation);
    }

    /**
     * The score at these target points, for objectives from 0 to 1.
     *
     * @param points {@code double[points][dimensions]} in the units of the axes, finite, at least one; copied
     */
    public static CqdScore at(double[]... points) {
        if (requireNonNull(points, "points").length == 0) {
            throw new IllegalArgumentException("At least 1 target point is needed, but there was none.");
        }
        double[][] copy = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
        return new CqdScore(
                tessellation -> new double[][][] {fitting(copy, tessellation)}, DEFAULT_PENALTIES, 1, Double.NaN);
    }

    private static double[][] fitting(double[][] points, Tessellation tessellation) {
        tessellation.cellsOf(points); // refuses what is no point there
        return points;
    }

    /**
     * The mean score over {@code sets} sets of {@code points} uniformly random target points in the box of the axes, for
     * objectives from 0 to 1.
     *
     * @param sets how often, at least 1
     * @param points how many at a time, at least 1
     * @param seed the same seed gives the same points
     */
    public static CqdScore random(int sets, int points, long seed) {
        if (sets < 1 || points < 1) {
            throw new IllegalArgumentException(
                    "At least 1 set of at least 1 target point is needed, but got %d sets of %d."
                            .formatted(sets, points));
        }
        return new CqdScore(
                tessellation -> drawn(tessellation, sets, points, new SplittableRandom(seed)),
                DEFAULT_PENALTIES,
                1,
                Double.NaN);
    }

    private static double[][][] drawn(Tessellation tessellation, int sets, int points, SplittableRandom random) {
        double[][][] drawn = new double[sets][points][tessellation.dimensions()];
        for (double[][] set : drawn) {
            for (double[] point : set) {
                Arrays.setAll(point, i -> {
                    Axis axis = tessellation.axes().get(i);
                    return axis.min() + (axis.max() - axis.min()) * random.nextDouble();
                });
            }
        }
        return drawn;
    }

    /** A copy with this number of penalties, evenly from 0 to 1; at least 1, which is then 0 alone. */
    public CqdScore penalties(int penalties) {
        if (penalties < 1) {
            throw new IllegalArgumentException("At least 1 penalty is needed, but was %d.".formatted(penalties));
        }
        return new CqdScore(targets, penalties, range, farthest);
    }

    /** A copy for objectives in this range, finite with {@code min < max}. */
    public CqdScore objectives(double min, double max) {
        if (!(min < max && Double.isFinite(max - min))) {
            throw new IllegalArgumentException(
                    "The range of the objective must be finite with min < max, but was [%s, %s].".formatted(min, max));
        }
        return new CqdScore(targets, penalties, max - min, farthest);
    }

    /** A copy that divides distances by this instead of the diagonal of the axes' box; finite and positive. */
    public CqdScore farthest(double distance) {
        if (!(distance > 0 && Double.isFinite(distance))) {
            throw new IllegalArgumentException(
                    "The farthest distance must be finite and positive, but was %s.".formatted(distance));
        }
        return new CqdScore(targets, penalties, range, distance);
    }

    /** The mean over the sets of target points. */
    public double of(Archive<?> archive) {
        return Arrays.stream(scores(archive)).average().orElseThrow();
    }

    /** The score of each set of target points, {@code double[sets]}. */
    public double[] scores(Archive<?> archive) {
        return Arrays.stream(targets.in(archive.tessellation()))
                .mapToDouble(points -> score(points, archive))
                .toArray();
    }

    private double score(double[][] points, Archive<?> archive) {
        double most = Double.isNaN(farthest) ? diagonal(archive.tessellation()) : farthest;
        double sum = 0;
        for (double[] point : points) {
            double[] distances = archive.elites().stream()
                    .mapToDouble(elite -> distance(point, elite.measures()) / most)
                    .toArray();
            for (int i = 0; i < penalties && distances.length > 0; i++) {
                sum += best(archive, distances, penalties == 1 ? 0 : i / (penalties - 1.0));
            }
        }
        return sum;
    }

    private double best(Archive<?> archive, double[] distances, double penalty) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < distances.length; i++) {
            best = Math.max(best, archive.elites().get(i).objective() / range - penalty * distances[i]);
        }
        return best;
    }

    private static double distance(double[] point, Measures measures) {
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            sum += (point[i] - measures.at(i)) * (point[i] - measures.at(i));
        }
        return Math.sqrt(sum);
    }

    private static double diagonal(Tessellation tessellation) {
        double sum = 0;
        for (Axis axis : tessellation.axes()) {
            sum += (axis.max() - axis.min()) * (axis.max() - axis.min());
        }
        return Math.sqrt(sum);
    }
}

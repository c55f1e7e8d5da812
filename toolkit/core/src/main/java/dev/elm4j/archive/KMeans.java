package dev.elm4j.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Lloyd's k-means over uniform samples of a box, as {@link Tessellation#cvt(int, long, Axis...)} describes it. */
final class KMeans {

    static final int SAMPLES = 100_000;
    private static final int ITERATIONS = 300;
    /** Centroids have settled when their squared moves sum to less than this part of the samples' mean variance. */
    private static final double TOLERANCE = 1e-4;

    /** Against rounding in the bounds. */
    private static final double SLACK = 1 - 1e-9;

    private final int dimensions;
    /** {@code [samples * dimensions]}, row by row, as are the centroids. */
    private final double[] samples;

    private final double[] centroids;
    /** Per sample its cluster. */
    private final int[] clusters;
    /** Per sample the squared distance from its centroid. */
    private final double[] squared;
    /** Per sample a bound: no other centroid is nearer than this. */
    private final double[] others;

    private KMeans(int cells, double[] samples, int dimensions, SplittableRandom random) {
        int count = samples.length / dimensions;
        this.dimensions = dimensions;
        this.samples = samples;
        this.centroids = new double[cells * dimensions];
        this.clusters = new int[count];
        this.squared = new double[count];
        this.others = new double[count];
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        for (int i = 0; i < cells; i++) {
            int other = i + random.nextInt(count - i);
            int chosen = order[other];
            order[other] = order[i];
            System.arraycopy(samples, chosen * dimensions, centroids, i * dimensions, dimensions);
        }
    }

    /** Centroids in the axes' units, {@code [cells * dimensions]} row by row. */
    static double[] spread(int cells, long seed, List<Axis> axes) {
        if (cells < 1 || cells > SAMPLES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The number of cells must be 1 to %,d, as many as samples are clustered, but was %,d. "
                            + "Many fewer are better: try 1000.",
                    SAMPLES,
                    cells));
        }
        var random = new SplittableRandom(seed);
        double[] samples = new double[SAMPLES * axes.size()];
        for (int i = 0; i < samples.length; i++) {
            Axis axis = axes.get(i % axes.size());
            samples[i] = axis.min() + (axis.max() - axis.min()) * random.nextDouble();
        }
        return new KMeans(cells, samples, axes.size(), random).settled();
    }

    private double[] settled() {
        Arrays.fill(clusters, -1);
        double settled = TOLERANCE * variance();
        for (int i = 0; i < ITERATIONS && assign(); i++) {
            double[] before = centroids.clone();
            boolean anew = move();
            if (moved(before) <= settled && !anew) {
                break;
            }
        }
        return centroids;
    }

    /** The variance of the samples along an axis, averaged over the axes. */
    private double variance() {
        double sum = 0;
        for (int axis = 0; axis < dimensions; axis++) {
            double mean = 0;
            double squares = 0;
            for (int i = axis; i < samples.length; i += dimensions) {
                mean += samples[i];
            }
            mean /= clusters.length;
            for (int i = axis; i < samples.length; i += dimensions) {
                squares += (samples[i] - mean) * (samples[i] - mean);
            }
            sum += squares / clusters.length;
        }
        return sum / dimensions;
    }

    /** The sum of the squared moves; the bounds shrink by the longest. */
    private double moved(double[] before) {
        double sum = 0;
        double longest = 0;
        for (int cluster = 0; cluster < before.length; cluster += dimensions) {
            double move = apart(before, cluster, centroids, cluster);
            sum += move;
            longest = Math.max(longest, move);
        }
        double step = Math.sqrt(longest);
        for (int i = 0; i < others.length; i++) {
            others[i] -= step;
        }
        return sum;
    }

    private double apart(double[] a, int rowA, double[] b, int rowB) {
        double sum = 0;
        for (int axis = 0; axis < dimensions; axis++) {
            double apart = a[rowA + axis] - b[rowB + axis];
            sum += apart * apart;
        }
        return sum;
    }

    /**
     * Gives each sample to its nearest centroid; whether any changed. A sample that is nearer to its centroid than any other
     * can have come (Hamerly 2010) is not looked up, which is most of them after a while.
     */
    private boolean assign() {
        var nearest = new KdTree(centroids, dimensions).search();
        boolean changed = false;
        for (int i = 0; i < clusters.length; i++) {
            int before = clusters[i];
            if (before >= 0) {
                squared[i] = apart(samples, i * dimensions, centroids, before * dimensions);
                if (Math.sqrt(squared[i]) < others[i] * SLACK) {
                    continue;
                }
            }
            clusters[i] = nearest.pairOf(samples, i * dimensions);
            squared[i] = nearest.squared();
            others[i] = Math.sqrt(nearest.second());
            changed |= clusters[i] != before;
        }
        return changed;
    }

    /** Moves each centroid to the mean of its samples; whether any had none and began elsewhere. */
    private boolean move() {
        boolean anew = false;
        int[] counts = new int[centroids.length / dimensions];
        double[] sums = new double[centroids.length];
        for (int i = 0; i < clusters.length; i++) {
            counts[clusters[i]]++;
            for (int axis = 0; axis < dimensions; axis++) {
                sums[clusters[i] * dimensions + axis] += samples[i * dimensions + axis];
            }
        }
        for (int cluster = 0; cluster < counts.length; cluster++) {
            if (counts[cluster] == 0) {
                seedAnew(cluster);
                anew = true;
                continue;
            }
            for (int axis = 0; axis < dimensions; axis++) {
                centroids[cluster * dimensions + axis] = sums[cluster * dimensions + axis] / counts[cluster];
            }
        }
        return anew;
    }

    /** Moves the centroid of an empty cluster to the sample that is farthest from its own; the first of equals. */
    private void seedAnew(int cluster) {
        int farthest = 0;
        for (int i = 1; i < squared.length; i++) {
            farthest = squared[i] > squared[farthest] ? i : farthest;
        }
        squared[farthest] = 0; // so that another empty cluster takes another sample
        System.arraycopy(samples, farthest * dimensions, centroids, cluster * dimensions, dimensions);
    }
}

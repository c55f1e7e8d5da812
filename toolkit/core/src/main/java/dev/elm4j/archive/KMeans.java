package dev.elm4j.archive;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Lloyd's k-means over uniform samples of a box, as {@link Tessellation#cvt(int, long, Axis...)} describes it. */
final class KMeans {

    static final int SAMPLES = 100_000;
    private static final int ITERATIONS = 300;

    private final int dimensions;
    /** {@code [samples * dimensions]}, row by row, as are the centroids. */
    private final double[] samples;

    private final double[] centroids;
    /** Per sample its cluster. */
    private final int[] clusters;
    /** Per sample the squared distance from its centroid. */
    private final double[] squared;

    private KMeans(int cells, double[] samples, int dimensions, SplittableRandom random) {
        int count = samples.length / dimensions;
        this.dimensions = dimensions;
        this.samples = samples;
        this.centroids = new double[cells * dimensions];
        this.clusters = new int[count];
        this.squared = new double[count];
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
            throw new IllegalArgumentException(("The number of cells must be 1 to %,d, since %,d samples are "
                            + "clustered, but was %,d. Many fewer are better: try 1000.")
                    .formatted(SAMPLES, SAMPLES, cells));
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
        for (int i = 0; i < ITERATIONS && assign(); i++) {
            move();
        }
        return centroids;
    }

    /** Gives each sample to its nearest centroid; whether any changed. */
    private boolean assign() {
        var nearest = new KdTree(centroids, dimensions).search();
        boolean changed = false;
        for (int i = 0; i < clusters.length; i++) {
            int before = clusters[i];
            clusters[i] =
                    before < 0 ? nearest.of(samples, i * dimensions) : nearest.of(samples, i * dimensions, before);
            squared[i] = nearest.squared();
            changed |= clusters[i] != before;
        }
        return changed;
    }

    /** Moves each centroid to the mean of its samples. */
    private void move() {
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
                continue;
            }
            for (int axis = 0; axis < dimensions; axis++) {
                centroids[cluster * dimensions + axis] = sums[cluster * dimensions + axis] / counts[cluster];
            }
        }
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

package dev.elm4j.archive;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Cells around centroids: a point belongs to the nearest one by Euclidean distance in the units of the axes, of equally
 * near ones to the first. Made by {@link Tessellation#cvt}.
 *
 * <pre>{@code
 * var corners = Tessellation.cvt(
 *         new double[][] {{0, 0}, {0, 10}, {10, 0}, {10, 10}}, Axis.of("x", 0, 10), Axis.of("y", 0, 10));
 * corners.cellOf(9, 2);              // 2
 * double[][] centroids = corners.centroids();   // a copy, double[4][2]
 * corners.distance(0, 1);            // 1.0: the whole range of y
 * }</pre>
 *
 * <p>A value: the same axes and centroids are the same tessellation, whichever seed they came from, so a saved run needs
 * the centroids only. Immutable, so safe for use by several threads.
 *
 * @see <a href="https://arxiv.org/abs/1610.05729">Vassiliades 2018, CVT-MAP-Elites</a>
 */
public final class CvtTessellation implements Tessellation {

    /** Farther than so many ranges outside a point counts as being there: squares stay finite, and so exact. */
    private static final double FAR = 1e6;

    private final List<Axis> axes;
    /** {@code [cells * dimensions]}, row by row. */
    private final double[] centroids;

    private final KdTree tree;

    CvtTessellation(double[][] centroids, List<Axis> axes) {
        this(flat(checked(centroids, axes)), axes);
    }

    private CvtTessellation(double[] centroids, List<Axis> axes) {
        this.axes = List.copyOf(axes);
        this.centroids = centroids;
        this.tree = new KdTree(centroids, axes.size());
    }

    /** Centroids that k-means spreads. */
    static CvtTessellation spread(int cells, long seed, List<Axis> axes) {
        requireRanges(axes);
        return new CvtTessellation(KMeans.spread(cells, seed, axes), axes);
    }

    private static double[][] checked(double[][] centroids, List<Axis> axes) {
        requireRanges(axes);
        if (requireNonNull(centroids, "centroids").length == 0) {
            throw new IllegalArgumentException("At least 1 centroid is needed, but there was none. "
                    + "Let k-means spread them: Tessellation.cvt(1000, 7, axes).");
        }
        for (int i = 0; i < centroids.length; i++) {
            double[] centroid = centroids[i];
            if (centroid == null) {
                throw new NullPointerException("centroids[" + i + "]");
            }
            if (centroid.length != axes.size() || !Arrays.stream(centroid).allMatch(Points::isFinite)) {
                throw new IllegalArgumentException(
                        "centroids[%d] must have %d finite coordinates, one per axis, but was %s."
                                .formatted(i, axes.size(), Arrays.toString(centroid)));
            }
        }
        return centroids;
    }

    private static void requireRanges(List<Axis> axes) {
        if (axes.isEmpty()) {
            throw new IllegalArgumentException(
                    "Centroids need at least 1 axis, but none was given. Try Axis.of(\"length\", 0, 10).");
        }
        for (Axis axis : axes) {
            if (axis.isCategorical()) {
                throw new IllegalArgumentException(
                        "Axis '%s' has categories, between which there are no distances. Use Tessellation.grid."
                                .formatted(axis.name()));
            }
        }
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    /** A copy, {@code double[cells][dimensions]} in the units of the axes. */
    public double[][] centroids() {
        double[][] copy = new double[cells()][];
        Arrays.setAll(copy, this::centre);
        return copy;
    }

    @Override
    public List<Axis> axes() {
        return axes;
    }

    @Override
    public int cells() {
        return centroids.length / axes.size();
    }

    @Override
    public int cellOf(double... measures) {
        return cellOf(tree.search(), new double[axes.size()], requireNonNull(measures, "measures"));
    }

    @Override
    public int[] cellsOf(double[][] measures) {
        requireNonNull(measures, "measures");
        var search = tree.search();
        double[] point = new double[axes.size()];
        int[] cells = new int[measures.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Points.isPoint(measures[i], point.length)
                    ? cellOf(search, point, measures[i])
                    : Points.cell(this, measures, i);
        }
        return cells;
    }

    private int cellOf(KdTree.Nearest search, double[] point, double[] measures) {
        Points.requireCount(axes, measures);
        for (int i = 0; i < point.length; i++) {
            Axis axis = axes.get(i);
            if (!Points.isFinite(measures[i])) {
                throw Points.notFinite(axis, measures[i]);
            }
            double far = FAR * (axis.max() - axis.min());
            point[i] = Math.max(axis.min() - far, Math.min(axis.max() + far, measures[i]));
        }
        return search.of(point, 0);
    }

    @Override
    public double[] centre(int cell) {
        int from = Objects.checkIndex(cell, cells()) * axes.size();
        return Arrays.copyOfRange(centroids, from, from + axes.size());
    }

    @Override
    public double distance(int a, int b) {
        int rowA = Objects.checkIndex(a, cells()) * axes.size();
        int rowB = Objects.checkIndex(b, cells()) * axes.size();
        double sum = 0;
        for (int i = 0; i < axes.size(); i++) {
            double apart = (centroids[rowA + i] - centroids[rowB + i])
                    / (axes.get(i).max() - axes.get(i).min());
            sum += apart * apart;
        }
        return Math.sqrt(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CvtTessellation that
                && axes.equals(that.axes)
                && Arrays.equals(centroids, that.centroids);
    }

    @Override
    public int hashCode() {
        return 31 * axes.hashCode() + Arrays.hashCode(centroids);
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "%,d cells around centroids: %s",
                cells(),
                String.join(", ", axes.stream().map(Axis::label).toList()));
    }
}

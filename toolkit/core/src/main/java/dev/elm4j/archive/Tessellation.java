package dev.elm4j.archive;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Divides measure space into numbered cells.
 *
 * <p>An archive owns the elites; a tessellation only answers where a point belongs. All archives are one class and
 * differ in this strategy alone.
 *
 * <pre>{@code
 * var shapes = Tessellation.grid(
 *         Axis.of("height", 0, 500).unit("cm").bins(12), Axis.of("mass", 0, 1000).unit("kg").bins(12));
 * shapes.cellOf(180, 75);   // 48: bin 4 of height, bin 0 of mass
 * }</pre>
 *
 * <p>Implementations are immutable and safe to share between threads.
 *
 * @see <a href="https://arxiv.org/abs/1504.04909">Mouret 2015, MAP-Elites</a>
 */
public interface Tessellation {

    /** The measured dimensions, in the order of the coordinates. */
    List<Axis> axes();

    /** Number of cells; every index given by {@link #cellOf} is in {@code [0, cells())}. */
    int cells();

    /** Number of coordinates that a point must have. */
    default int dimensions() {
        return axes().size();
    }

    /**
     * The cell that contains a point. A point outside the bounds belongs to the nearest border cell, so that the method
     * is total over finite points.
     *
     * @param measures one coordinate per axis, {@code double[dimensions]}, in the units of the axes
     * @throws IllegalArgumentException if the number of coordinates is not {@link #dimensions()}, or one is not finite
     */
    int cellOf(double... measures);

    /**
     * The cells of many points, as {@link #cellOf} gives them one by one.
     *
     * @param measures {@code double[points][dimensions]}
     * @return {@code int[points]}
     * @throws IllegalArgumentException if a point is refused by {@link #cellOf}; the message names its index
     */
    default int[] cellsOf(double[][] measures) {
        requireNonNull(measures, "measures");
        int[] cells = new int[measures.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Points.cell(this, measures, i);
        }
        return cells;
    }

    /**
     * The middle of a cell, {@code double[dimensions]} in the units of the axes: between the edges of its bins on a grid,
     * the number of a category, the centroid of a CVT cell.
     *
     * @throws IndexOutOfBoundsException if {@code cell} is not in {@code [0, cells())}
     */
    double[] centre(int cell);

    /**
     * How far two cells are apart. On a grid: the number of steps between neighbouring cells (Manhattan distance), where
     * two categories are always one step apart. With centroids: their Euclidean distance, each axis divided by its range.
     *
     * @param a a cell in {@code [0, cells())}
     * @param b another
     */
    double distance(int a, int b);

    /**
     * A grid of bins; cells are numbered row by row, the last axis varying fastest.
     *
     * @param axes at least one; with equal bins, edges or categories
     * @throws IllegalArgumentException if there is no axis, or the grid has more than 2^31 - 1 cells
     */
    static Tessellation grid(Axis... axes) {
        return new GridTessellation(List.of(requireNonNull(axes, "axes")));
    }

    /**
     * Cells around centroids that k-means spreads evenly over the axes' box (a centroidal Voronoi tessellation), so that
     * their number does not depend on the number of axes.
     *
     * <pre>{@code
     * var cvt = Tessellation.cvt(100, 7, Axis.of("x", -1, 1), Axis.of("y", -1, 1));
     * cvt.cells();      // 100
     * }</pre>
     *
     * <p>Lloyd's algorithm over 100,000 uniform samples, begun with distinct random samples, until no sample changes its
     * cell, or the squared moves of all centroids sum to less than 0.0001 of the samples' mean variance, or 300 iterations
     * are over (the rules of scikit-learn, which pyribs uses). It takes seconds. Deviations from the paper: a centroid that loses its last sample moves to the
     * sample that is farthest from its own.
     *
     * @param cells number of centroids, 1 to 100,000; many fewer are better
     * @param seed of samples and first centroids; the same seed gives the same centroids
     * @param axes with ranges; their bins do not matter
     * @throws IllegalArgumentException if {@code cells} is out of range, or an axis has categories
     * @see <a href="https://arxiv.org/abs/1610.05729">Vassiliades 2018, CVT-MAP-Elites</a>
     */
    static CvtTessellation cvt(int cells, long seed, Axis... axes) {
        return CvtTessellation.spread(cells, seed, List.of(requireNonNull(axes, "axes")));
    }

    /**
     * Cells around these centroids.
     *
     * @param centroids {@code double[cells][dimensions]}, finite, in the units of the axes; copied
     * @throws IllegalArgumentException if there is none, one has a wrong number of coordinates or is not finite, or an axis
     *     has categories
     */
    static CvtTessellation cvt(double[][] centroids, Axis... axes) {
        return new CvtTessellation(centroids, List.of(requireNonNull(axes, "axes")));
    }

    /**
     * One cell per combination of categories, numbered row by row.
     *
     * @param axes made by {@link Axis#categories}
     * @throws IllegalArgumentException if an axis is a range
     */
    static Tessellation categorical(Axis... axes) {
        for (Axis axis : requireNonNull(axes, "axes")) {
            if (!axis.isCategorical()) {
                throw new IllegalArgumentException(
                        "Axis '%s' is a range, but all must have categories here. Use Tessellation.grid, which takes both."
                                .formatted(axis.name()));
            }
        }
        return grid(axes);
    }
}

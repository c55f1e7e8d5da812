package dev.elm4j.archive;

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
     * How far two cells are apart: the number of steps between neighbouring cells on a grid (Manhattan distance).
     *
     * @param a a cell in {@code [0, cells())}
     * @param b another
     */
    double distance(int a, int b);

    /** A grid of equal bins; cells are numbered row by row, the last axis varying fastest. */
    static Tessellation grid(Axis... axes) {
        return new GridTessellation(List.of(axes));
    }

    /**
     * Cells around centroids that k-means spreads evenly over the axes' box (CVT, Vassiliades 2018).
     *
     * @param cells number of centroids, at least 1
     * @param seed of the k-means; the same seed gives the same centroids
     */
    static Tessellation cvt(int cells, long seed, Axis... axes) {
        throw new UnsupportedOperationException();
    }

    /** Cells around these centroids, {@code double[cells][dimensions]}. */
    static Tessellation cvt(double[][] centroids, Axis... axes) {
        throw new UnsupportedOperationException();
    }

    /** One cell per combination of categories; all axes must be categorical. */
    static Tessellation categorical(Axis... axes) {
        throw new UnsupportedOperationException();
    }
}

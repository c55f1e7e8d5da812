package dev.elm4j.plot;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.CvtTessellation;
import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Tessellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An archive seen as columns and rows: the first axis runs to the right, the second upwards. An archive with one axis has
 * one row; one with more than two shows the best elite of each column and row.
 *
 * <p>A grid's columns and rows are its bins. Other cells are seen through a raster, each point of which asks the
 * tessellation who lives there.
 */
final class MapGrid {

    /** Points of a raster for a picture. */
    private static final int FINE = 150;

    private final Archive<?> archive;
    private final List<Axis> axes;
    private final double[] xs;
    private final double[] ys;
    private final List<Elite<?>> cells;
    private final double min;
    private final double max;

    /** @param fine points of a raster along each axis */
    private MapGrid(Archive<?> archive, double[] colours, int fine) {
        this.archive = archive;
        this.axes = archive.tessellation().axes();
        boolean bins = isGrid(archive.tessellation()) || isProjected();
        double[] raster = bins ? new double[0] : raster(axes.get(0), axes.size() > 1 ? fine : 4 * FINE);
        this.xs = bins ? edges(axes.get(0)) : axes.size() > 1 ? raster : runs(archive.tessellation(), raster);
        this.ys = axes.size() < 2 ? new double[] {0, 1} : bins ? edges(axes.get(1)) : raster(axes.get(1), fine);
        this.cells = new ArrayList<>(java.util.Collections.nCopies((xs.length - 1) * (ys.length - 1), null));
        this.min = colours[0];
        this.max = colours[1];
        if (bins) {
            fillBins();
        } else {
            fillRaster();
        }
    }

    private static boolean isGrid(Tessellation cells) {
        return Tessellation.grid(cells.axes().toArray(Axis[]::new)).equals(cells);
    }

    private static double[] edges(Axis axis) {
        return IntStream.rangeClosed(0, axis.bins()).mapToDouble(axis::edge).toArray();
    }

    private static double[] raster(Axis axis, int points) {
        return IntStream.rangeClosed(0, points)
                .mapToDouble(i -> axis.min() + (axis.max() - axis.min()) * i / points)
                .toArray();
    }

    /** Of the edges of a raster along one axis those between two cells. */
    private static double[] runs(Tessellation tessellation, double[] raster) {
        int last = raster.length - 1;
        return IntStream.rangeClosed(0, last)
                .filter(i -> i == 0
                        || i == last
                        || tessellation.cellOf((raster[i - 1] + raster[i]) / 2)
                                != tessellation.cellOf((raster[i] + raster[i + 1]) / 2))
                .mapToDouble(i -> raster[i])
                .toArray();
    }

    private void fillBins() {
        Tessellation grid =
                Tessellation.grid(axes.subList(0, Math.min(2, axes.size())).toArray(Axis[]::new));
        for (Elite<?> elite : archive.elites()) {
            int cell = grid.cellOf(Arrays.copyOf(elite.measures().toArray(), grid.dimensions()));
            Elite<?> other = cells.get(cell);
            if (other == null || elite.objective() > other.objective()) {
                cells.set(cell, elite);
            }
        }
    }

    private void fillRaster() {
        double[][] points = new double[cells.size()][axes.size()];
        for (int i = 0; i < points.length; i++) {
            int column = i / rows();
            int row = i % rows();
            double[] point = {(xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2};
            System.arraycopy(point, 0, points[i], 0, axes.size());
        }
        int[] found = archive.tessellation().cellsOf(points);
        for (int i = 0; i < found.length; i++) {
            cells.set(i, archive.elite(found[i]).orElse(null));
        }
    }

    /** The map with colours from 0 to 1 if all objectives lie there, else from the least to the greatest. */
    static MapGrid of(Archive<?> archive) {
        return new MapGrid(archive, colours(archive), FINE);
    }

    /** The same map, with so many points of a raster along each axis. */
    MapGrid coarse(int points) {
        return new MapGrid(archive, new double[] {min, max}, points);
    }

    /** The map with colours from {@code min} to {@code max}. */
    static MapGrid of(Archive<?> archive, double min, double max) {
        if (!(min < max && Double.isFinite(max - min))) {
            throw new IllegalArgumentException(
                    "Colours need a finite range with min < max, but was [%s, %s].".formatted(min, max));
        }
        return new MapGrid(archive, new double[] {min, max}, FINE);
    }

    private static double[] colours(Archive<?> archive) {
        double least =
                archive.elites().stream().mapToDouble(Elite::objective).min().orElse(0);
        double most =
                archive.elites().stream().mapToDouble(Elite::objective).max().orElse(1);
        return least >= 0 && most <= 1 ? new double[] {0, 1} : new double[] {least, most > least ? most : least + 1};
    }

    List<Axis> axes() {
        return axes;
    }

    Axis x() {
        return axes.get(0);
    }

    Optional<Axis> y() {
        return axes.size() > 1 ? Optional.of(axes.get(1)) : Optional.empty();
    }

    int columns() {
        return xs.length - 1;
    }

    int rows() {
        return ys.length - 1;
    }

    /** Where column {@code i} begins, in the unit of its axis. */
    double left(int i) {
        return xs[i];
    }

    /** Where row {@code i} begins, in the unit of its axis; without a second axis, from 0 to 1. */
    double bottom(int i) {
        return ys[i];
    }

    Optional<Elite<?>> elite(int column, int row) {
        return Optional.ofNullable(cells.get(column * rows() + row));
    }

    /** The elite of a cell of the archive. */
    Optional<Elite<?>> elite(int cell) {
        return archive.elite(cell).map(elite -> elite);
    }

    /** How many solutions the cell of an elite holds. */
    int members(Elite<?> elite) {
        return archive.policy().depth() == 1 ? 1 : archive.members(elite.cell()).size();
    }

    /** The cells as polygons, if they are not rectangles and this is known. */
    List<Voronoi.Region> regions() {
        return axes.size() == 2 && archive.tessellation() instanceof CvtTessellation cvt ? Voronoi.of(cvt) : List.of();
    }

    /** Number of cells of the archive. */
    int size() {
        return archive.tessellation().cells();
    }

    /** Whether columns and rows are points, of which one cell has several. */
    boolean isRaster() {
        return axes.size() == 2 && !isGrid(archive.tessellation());
    }

    /** The marks of an axis: edges of bins, or round numbers where there are none. */
    List<Ticks.Tick> ticks(Axis axis) {
        return isGrid(archive.tessellation()) || isProjected() ? Ticks.of(axis) : Ticks.round(axis);
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    /** The colour of an elite. */
    String colour(Elite<?> elite) {
        return Viridis.colour((elite.objective() - min) / (max - min));
    }

    private boolean isProjected() {
        return axes.size() > 2;
    }

    /** What a reader must know to read the map; empty for an archive of one or two axes. */
    String remark() {
        return isProjected()
                ? "best elite per %s and %s; %d axes in all"
                        .formatted(x().name(), axes.get(1).name(), axes.size())
                : "";
    }
}

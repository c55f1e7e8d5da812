package dev.elm4j.plot;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Tessellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An archive seen as columns and rows: the first axis runs to the right, the second upwards. An archive with one axis has
 * one row; one with more than two shows the best elite of each column and row.
 */
final class MapGrid {

    private final List<Axis> axes;
    private final boolean projected;
    private final List<Elite<?>> cells;
    private final double min;
    private final double max;

    private MapGrid(Archive<?> archive, double min, double max) {
        this.axes = archive.tessellation().axes();
        List<Axis> shown = axes.subList(0, Math.min(2, axes.size()));
        Tessellation grid = Tessellation.grid(shown.toArray(Axis[]::new));
        this.projected = axes.size() > 2;
        this.cells = new ArrayList<>(java.util.Collections.nCopies(grid.cells(), null));
        for (Elite<?> elite : archive.elites()) {
            double[] place = Arrays.copyOf(elite.measures().toArray(), shown.size());
            int cell = grid.cellOf(place);
            Elite<?> other = cells.get(cell);
            if (other == null || elite.objective() > other.objective()) {
                cells.set(cell, elite);
            }
        }
        this.min = min;
        this.max = max;
    }

    /** The grid with colours from 0 to 1 if all objectives lie there, else from the least to the greatest. */
    static MapGrid of(Archive<?> archive) {
        double least =
                archive.elites().stream().mapToDouble(Elite::objective).min().orElse(0);
        double most =
                archive.elites().stream().mapToDouble(Elite::objective).max().orElse(1);
        if (least >= 0 && most <= 1) {
            return new MapGrid(archive, 0, 1);
        }
        return new MapGrid(archive, least, most > least ? most : least + 1);
    }

    /** The grid with colours from {@code min} to {@code max}. */
    static MapGrid of(Archive<?> archive, double min, double max) {
        if (!(min < max && Double.isFinite(max - min))) {
            throw new IllegalArgumentException(
                    "Colours need a finite range with min < max, but was [%s, %s].".formatted(min, max));
        }
        return new MapGrid(archive, min, max);
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
        return x().bins();
    }

    int rows() {
        return y().map(Axis::bins).orElse(1);
    }

    Optional<Elite<?>> elite(int column, int row) {
        return Optional.ofNullable(cells.get(column * rows() + row));
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

    /** What a reader must know to read the map; empty for an archive of one or two axes. */
    String remark() {
        return projected
                ? "best elite per %s and %s; %d axes in all"
                        .formatted(x().name(), axes.get(1).name(), axes.size())
                : "";
    }
}

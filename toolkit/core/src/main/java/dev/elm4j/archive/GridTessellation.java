package dev.elm4j.archive;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Objects;

/** The grid of {@link Tessellation#grid}: each axis is cut into bins by its own scale. A value: equal axes, equal grid. */
final class GridTessellation implements Tessellation {

    private final List<Axis> axes;
    private final int cells;
    private final int[] bins;
    /** Where an axis has equal bins its lower bound and range; looking these up in arrays is what makes adding fast. */
    private final double[] mins;

    private final double[] spans;
    /** The scale of an axis that has no equal bins, or null. */
    private final Scale[] scales;

    private final boolean equal;

    GridTessellation(List<Axis> axes) {
        this.axes = List.copyOf(axes);
        this.cells = checkedCells(this.axes);
        this.bins = axes.stream().mapToInt(Axis::bins).toArray();
        this.mins = axes.stream().mapToDouble(Axis::min).toArray();
        this.spans = axes.stream().mapToDouble(axis -> axis.max() - axis.min()).toArray();
        this.scales = axes.stream()
                .map(axis -> axis.scale() instanceof EqualScale ? null : axis.scale())
                .toArray(Scale[]::new);
        this.equal = java.util.Arrays.stream(scales).allMatch(Objects::isNull);
    }

    private static int checkedCells(List<Axis> axes) {
        if (axes.isEmpty()) {
            throw new IllegalArgumentException(
                    "A grid needs at least 1 axis, but none was given. Try Axis.of(\"length\", 0, 10).");
        }
        long cells = 1;
        for (Axis axis : axes) {
            cells *= axis.bins();
            if (cells > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "The grid has more than 2,147,483,647 cells. Give its %d axes fewer bins."
                                .formatted(axes.size()));
            }
        }
        return (int) cells;
    }

    @Override
    public List<Axis> axes() {
        return axes;
    }

    @Override
    public int cells() {
        return cells;
    }

    @Override
    public int cellOf(double... measures) {
        requireNonNull(measures, "measures");
        if (measures.length != bins.length) {
            Points.requireCount(axes, measures);
        }
        int cell = 0;
        for (int i = 0; i < measures.length; i++) {
            cell = cell * bins[i] + bin(i, measures[i]);
        }
        return cell;
    }

    @Override
    public int[] cellsOf(double[][] measures) {
        int[] found = new int[requireNonNull(measures, "measures").length];
        for (int i = 0; i < found.length; i++) {
            found[i] = equal && Points.isPoint(measures[i], bins.length)
                    ? equalCell(measures[i])
                    : Points.cell(this, measures, i);
        }
        return found;
    }

    private int equalCell(double[] point) {
        int cell = 0;
        for (int i = 0; i < point.length; i++) {
            cell = cell * bins[i] + EqualScale.bin(point[i], mins[i], spans[i], bins[i]);
        }
        return cell;
    }

    private int bin(int i, double measure) {
        if (!Points.isFinite(measure)) {
            throw Points.notFinite(axes.get(i), measure);
        }
        return scales[i] == null ? EqualScale.bin(measure, mins[i], spans[i], bins[i]) : other(i, measure);
    }

    private int other(int i, double measure) {
        try {
            return scales[i].binOf(measure);
        } catch (IllegalArgumentException fault) {
            throw new IllegalArgumentException("Axis '" + axes.get(i).name() + "': " + fault.getMessage(), fault);
        }
    }

    @Override
    public double[] centre(int cell) {
        int rest = Objects.checkIndex(cell, cells);
        double[] centre = new double[bins.length];
        for (int i = bins.length - 1; i >= 0; i--) {
            int bin = rest % bins[i];
            centre[i] = axes.get(i).edge(bin) / 2 + axes.get(i).edge(bin + 1) / 2;
            rest /= bins[i];
        }
        return centre;
    }

    @Override
    public double distance(int a, int b) {
        int restA = Objects.checkIndex(a, cells);
        int restB = Objects.checkIndex(b, cells);
        int steps = 0;
        for (int i = bins.length - 1; i >= 0; i--) {
            int apart = Math.abs(restA % bins[i] - restB % bins[i]);
            steps += scales[i] instanceof CategoryScale ? Math.min(1, apart) : apart; // categories have no order
            restA /= bins[i];
            restB /= bins[i];
        }
        return steps;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GridTessellation that && axes.equals(that.axes);
    }

    @Override
    public int hashCode() {
        return axes.hashCode();
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "grid of %,d cells: %s",
                cells,
                String.join(
                        ", ",
                        axes.stream()
                                .map(axis -> axis.label() + " in " + axis.bins())
                                .toList()));
    }
}

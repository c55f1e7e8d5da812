package dev.elm4j.plot;

import dev.elm4j.archive.Axis;
import java.util.ArrayList;
import java.util.List;

/** Where axes carry numbers or names. */
final class Ticks {

    /** Characters of a category's name that an axis shows. */
    static final int NAME = 16;

    private static final int MOST = 10;
    private static final int MOST_NAMES = 30;

    /** Labels of edges nearer to each other than this share of the axis would touch. */
    private static final double NEAR = 0.045;

    /**
     * A mark on an axis.
     *
     * @param at its place, in the unit of the axis
     * @param text beside it; may be empty
     */
    record Tick(double at, String text) {}

    private Ticks() {}

    /** The names of categories, in the middle of their bins, or else numbers at the edges of bins. */
    static List<Tick> of(Axis axis) {
        return axis.isCategorical() ? names(axis) : spaced(edges(axis), (axis.max() - axis.min()) * NEAR);
    }

    /** Round numbers from the lower to the upper bound: for an axis whose bins do not matter. */
    static List<Tick> round(Axis axis) {
        return round(axis.min(), axis.max(), 6).stream()
                .map(at -> new Tick(at, Shown.number(at)))
                .toList();
    }

    private static List<Tick> names(Axis axis) {
        int step = (axis.bins() + MOST_NAMES - 1) / MOST_NAMES;
        var names = new ArrayList<Tick>();
        for (int i = 0; i < axis.bins(); i += step) {
            names.add(new Tick(i, Width.cut(Escape.line(axis.categories().get(i)), NAME)));
        }
        return names;
    }

    /** Bin edges of an axis, at most eleven, evenly spread, the first and the last among them where that is possible. */
    private static List<Double> edges(Axis axis) {
        int step = (axis.bins() + MOST - 1) / MOST;
        for (int wider = step; wider <= 2 * step; wider++) {
            if (axis.bins() % wider == 0) {
                step = wider;
                break;
            }
        }
        var edges = new ArrayList<Double>();
        for (int i = 0; i <= axis.bins(); i += step) {
            edges.add(axis.edge(i));
        }
        return edges;
    }

    /** Ticks at all edges; without a number where it would touch the one before, or the last one. */
    private static List<Tick> spaced(List<Double> edges, double space) {
        double last = edges.get(edges.size() - 1);
        double before = Double.NEGATIVE_INFINITY;
        var ticks = new ArrayList<Tick>();
        for (double edge : edges) {
            boolean room = edge == last || edge - before >= space && (last - edge >= space || ticks.isEmpty());
            ticks.add(new Tick(edge, room ? Shown.number(edge) : ""));
            before = room ? edge : before;
        }
        return ticks;
    }

    /** About {@code count} round numbers from {@code min} to {@code max}. */
    static List<Double> round(double min, double max, int count) {
        double raw = (max - min) / count;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * (raw / power < 1.5 ? 1 : raw / power < 3.5 ? 2 : raw / power < 7.5 ? 5 : 10);
        var ticks = new ArrayList<Double>();
        for (long i = (long) Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}

package dev.elm4j.plot;

import dev.elm4j.archive.Axis;
import java.util.ArrayList;
import java.util.List;

/** Where axes carry numbers. */
final class Ticks {

    private static final int MOST = 10;

    private Ticks() {}

    /** Bin edges of an axis, at most eleven, evenly spread, the first and the last among them where that is possible. */
    static List<Double> edges(Axis axis) {
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

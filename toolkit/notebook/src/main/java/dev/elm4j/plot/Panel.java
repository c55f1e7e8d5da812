package dev.elm4j.plot;

import java.util.List;

/**
 * One plot of lines among several that share their horizontal axis.
 *
 * @param title of the vertical axis
 * @param lines drawn over each other
 */
record Panel(String title, List<Line> lines) {

    /** Distinct also with colour blindness (Okabe and Ito 2008, https://jfly.uni-koeln.de/color/). */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

    /**
     * One line.
     *
     * @param label in the legend; may be empty
     * @param colour as {@code #rrggbb}
     * @param stroke how it is drawn
     * @param points from left to right; a y that is not finite is a gap
     */
    record Line(String label, String colour, Stroke stroke, List<Point> points) {

        /** Whether the legend names it. */
        boolean isNamed() {
            return !label.isEmpty() && stroke != Stroke.THIN;
        }
    }

    /** How a line is drawn. */
    enum Stroke {
        /** A line that stands for itself. */
        FULL(2),
        /** One of many that belong to the line of the same label, which comes and goes with it. */
        THIN(0.7);

        final double width;

        Stroke(double width) {
            this.width = width;
        }
    }

    /** A place in the units of the axes. */
    record Point(double x, double y) {}

    Panel {
        lines = List.copyOf(lines);
    }

    /** The colour of line {@code i}; they repeat after seven. */
    static String colour(int i) {
        return COLOURS.get(i % COLOURS.size());
    }

    /** The vertical range that holds all points, widened by a little air; beginning at 0 where all are above it. */
    double[] range() {
        double[] ys = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::y)
                .filter(Double::isFinite)
                .toArray();
        double min = Math.min(0, java.util.Arrays.stream(ys).min().orElse(0));
        double max = java.util.Arrays.stream(ys).max().orElse(1);
        max = max > min ? max : min + 1;
        double air = (max - min) * 0.06;
        return new double[] {min < 0 ? min - air : 0, max + air};
    }

    /** The greatest x of all points, at least 1. */
    double reach() {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::x)
                .max()
                .orElse(1);
    }
}

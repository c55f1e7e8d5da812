package dev.elm4j.plot;

import dev.elm4j.archive.Axis;
import dev.elm4j.plot.Canvas.Anchor;
import dev.elm4j.plot.Canvas.Label;
import java.util.List;

/**
 * A map as a still picture.
 *
 * @param grid what to draw
 * @param title one line above it
 */
record HeatDrawing(MapGrid grid, String title) implements Drawing {

    /** Empty cells: lighter than all of Viridis but its brightest yellow, and plainly not white. */
    static final String EMPTY = "#e6e6e6";

    static final int LEFT = 80;
    static final int RIGHT = 110;
    static final int TOP = 48;
    static final int BOTTOM = 62;

    private static final int WIDTH = 640;
    private static final int HEIGHT = 500;
    private static final int FLAT = 210;
    private static final int BAR = 16;
    private static final int BAR_STEPS = 128;
    private static final int TICK = 5;
    private static final int SMALL = 12;
    private static final int LARGE = 14;
    private static final String INK = "#444444";

    /** Cells narrower than this, in pixels, touch each other. */
    private static final double NARROW = 5;

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return grid.y().isPresent() ? HEIGHT : FLAT;
    }

    /** Pixels between cells. */
    int gap() {
        return plotWidth() / grid.columns() < NARROW || plotHeight() / grid.rows() < NARROW ? 0 : 1;
    }

    @Override
    public void draw(Canvas canvas) {
        canvas.text(
                LEFT,
                TOP - 18,
                Label.of(Escape.line(title), LARGE, Anchor.START).colour("#222222"));
        canvas.rectangle(LEFT, TOP, plotWidth(), plotHeight(), EMPTY);
        drawCells(canvas);
        drawX(canvas);
        grid.y().ifPresent(axis -> drawY(canvas, axis));
        drawBar(canvas);
    }

    private void drawCells(Canvas canvas) {
        double width = plotWidth() / grid.columns();
        double height = plotHeight() / grid.rows();
        double gap = gap();
        for (int column = 0; column < grid.columns(); column++) {
            for (int row = 0; row < grid.rows(); row++) {
                double x = LEFT + column * width + gap / 2;
                double y = TOP + (grid.rows() - 1 - row) * height + gap / 2;
                grid.elite(column, row)
                        .ifPresent(elite -> canvas.rectangle(x, y, width - gap, height - gap, grid.colour(elite)));
            }
        }
    }

    private void drawX(Canvas canvas) {
        double base = TOP + plotHeight();
        Axis axis = grid.x();
        for (double edge : Ticks.edges(axis)) {
            double x = LEFT + plotWidth() * (edge - axis.min()) / (axis.max() - axis.min());
            line(canvas, x, base, x, base + TICK);
            canvas.text(
                    x,
                    base + 19,
                    Label.of(Shown.number(edge), SMALL, Anchor.MIDDLE).colour(INK));
        }
        canvas.text(LEFT + plotWidth() / 2, height() - 16.0, Label.of(Escape.line(axis.label()), LARGE, Anchor.MIDDLE));
    }

    private void drawY(Canvas canvas, Axis axis) {
        for (double edge : Ticks.edges(axis)) {
            double y = TOP + plotHeight() * (axis.max() - edge) / (axis.max() - axis.min());
            line(canvas, LEFT - TICK, y, LEFT, y);
            canvas.text(
                    LEFT - 9,
                    y + 4,
                    Label.of(Shown.number(edge), SMALL, Anchor.END).colour(INK));
        }
        canvas.text(
                22,
                TOP + plotHeight() / 2,
                Label.of(Escape.line(axis.label()), LARGE, Anchor.MIDDLE).turned());
    }

    private void drawBar(Canvas canvas) {
        double x = LEFT + plotWidth() + 20;
        double step = plotHeight() / BAR_STEPS;
        for (int i = 0; i < BAR_STEPS; i++) {
            double y = TOP + plotHeight() - (i + 1) * step;
            canvas.rectangle(x, y, BAR, i == 0 ? step : step + 0.5, Viridis.colour((i + 0.5) / BAR_STEPS));
        }
        List<Double> ticks = Ticks.round(grid.min(), grid.max(), grid.y().isPresent() ? 5 : 2);
        for (double tick : ticks) {
            double y = TOP + plotHeight() * (grid.max() - tick) / (grid.max() - grid.min());
            line(canvas, x + BAR, y, x + BAR + 4, y);
            canvas.text(
                    x + BAR + 8,
                    y + 4,
                    Label.of(Shown.number(tick), SMALL, Anchor.START).colour(INK));
        }
        canvas.text(
                width() - 10.0,
                TOP + plotHeight() / 2,
                Label.of("objective", LARGE, Anchor.MIDDLE).turned());
    }

    private static void line(Canvas canvas, double x1, double y1, double x2, double y2) {
        canvas.line(new double[] {x1, x2}, new double[] {y1, y2}, 1, INK);
    }

    private double plotWidth() {
        return width() - LEFT - RIGHT;
    }

    private double plotHeight() {
        return height() - TOP - BOTTOM;
    }
}

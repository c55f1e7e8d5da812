package dev.elm4j.plot;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;
import dev.elm4j.plot.Canvas.Anchor;
import dev.elm4j.plot.Canvas.Label;
import java.util.List;

/**
 * A map as a still picture.
 *
 * @param grid what to draw
 * @param title one line above it
 * @param remark one more line below the title; may be empty
 */
record HeatDrawing(MapGrid grid, String title, String remark) implements Drawing {

    /** Empty cells: lighter than all of Viridis but its brightest yellow, and plainly not white. */
    static final String EMPTY = "#e6e6e6";

    /** Between two empty cells that are no rectangles, so that one sees where they end. */
    static final String BORDER = "#d0d0d0";

    static final int RIGHT = 110;
    static final int TOP = 48;

    private static final int PLOT_WIDTH = 450;
    private static final int PLOT_HEIGHT = 390;
    private static final int FLAT = 100;
    private static final int LEFT = 80;
    private static final int BOTTOM = 62;
    private static final int BAR = 16;
    private static final int BAR_STEPS = 128;
    private static final int TICK = 5;
    private static final int SMALL = 12;
    private static final int LARGE = 14;
    private static final String INK = "#444444";

    /** Width of a letter of the small font, about. */
    private static final double LETTER = 6.8;

    /** Cells narrower than this, in pixels, touch each other. */
    private static final double NARROW = 5;

    @Override
    public int width() {
        return left() + PLOT_WIDTH + RIGHT;
    }

    @Override
    public int height() {
        return TOP + plotHeight() + bottom();
    }

    /** Pixels left of the cells: more where names stand. */
    int left() {
        return grid.y().filter(Axis::isCategorical).map(y -> 46 + longest(y)).orElse(LEFT);
    }

    /** Pixels below the cells: more where names stand upright. */
    int bottom() {
        return isUpright() ? 44 + longest(grid.x()) : BOTTOM;
    }

    private int longest(Axis axis) {
        return (int) (LETTER
                * Math.max(
                        6,
                        grid.ticks(axis).stream()
                                .mapToInt(tick -> Width.of(tick.text()))
                                .max()
                                .orElse(0)));
    }

    /** Whether the names of the horizontal axis have no room beside each other. */
    boolean isUpright() {
        Axis x = grid.x();
        return x.isCategorical()
                && longest(x) > (double) PLOT_WIDTH / grid.ticks(x).size();
    }

    private int plotHeight() {
        return grid.y().isPresent() ? PLOT_HEIGHT : FLAT;
    }

    /** Pixels between cells that are rectangles. */
    int gap() {
        boolean narrow = grid.isRaster();
        for (int i = 0; i < grid.columns(); i++) {
            narrow |= x(grid.left(i + 1)) - x(grid.left(i)) < NARROW;
        }
        for (int i = 0; i < grid.rows(); i++) {
            narrow |= y(grid.bottom(i)) - y(grid.bottom(i + 1)) < NARROW;
        }
        return narrow ? 0 : 1;
    }

    @Override
    public void draw(Canvas canvas) {
        canvas.text(
                left(),
                TOP - (remark.isEmpty() ? 18 : 28),
                Label.of(Escape.line(title), LARGE, Anchor.START).colour("#222222"));
        canvas.text(
                left(),
                TOP - 10,
                Label.of(Escape.line(remark), SMALL, Anchor.START).colour(INK));
        canvas.rectangle(left(), TOP, PLOT_WIDTH, plotHeight(), EMPTY);
        if (grid.regions().isEmpty()) {
            drawCells(canvas);
        } else {
            grid.regions().forEach(region -> drawRegion(canvas, region));
        }
        drawX(canvas);
        grid.y().ifPresent(axis -> drawY(canvas, axis));
        drawBar(canvas);
    }

    /** Cells of one elite in a column, which a raster has many of, are one rectangle. */
    private void drawCells(Canvas canvas) {
        double gap = gap();
        boolean merged = grid.isRaster();
        for (int column = 0; column < grid.columns(); column++) {
            double x = x(grid.left(column));
            double width = x(grid.left(column + 1)) - x;
            int end;
            for (int row = 0; row < grid.rows(); row = end) {
                Elite<?> elite = grid.elite(column, row).orElse(null);
                end = row + 1;
                while (merged && end < grid.rows() && grid.elite(column, end).orElse(null) == elite) {
                    end++;
                }
                double y = y(grid.bottom(end));
                double height = y(grid.bottom(row)) - y;
                if (elite != null) {
                    canvas.rectangle(x + gap / 2, y + gap / 2, width - gap, height - gap, grid.colour(elite));
                }
            }
        }
    }

    private void drawRegion(Canvas canvas, Voronoi.Region region) {
        double[] xs = java.util.Arrays.stream(region.xs()).map(this::x).toArray();
        double[] ys = java.util.Arrays.stream(region.ys()).map(this::y).toArray();
        canvas.polygon(
                xs,
                ys,
                grid.elite(region.cell()).map(grid::colour).orElse(EMPTY),
                grid.regions().size() > 1_000 ? "" : grid.elite(region.cell()).isPresent() ? EMPTY : BORDER);
    }

    private void drawX(Canvas canvas) {
        double base = TOP + plotHeight();
        Axis axis = grid.x();
        for (Ticks.Tick tick : grid.ticks(axis)) {
            double x = x(tick.at());
            line(canvas, x, base, x, base + TICK);
            Label label = Label.of(tick.text(), SMALL, Anchor.MIDDLE).colour(INK);
            if (isUpright()) {
                canvas.text(x + 4, base + 9, new Label(tick.text(), SMALL, Anchor.END, true, INK));
            } else {
                canvas.text(x, base + 19, label);
            }
        }
        canvas.text(
                left() + PLOT_WIDTH / 2.0, height() - 16.0, Label.of(Escape.line(axis.label()), LARGE, Anchor.MIDDLE));
    }

    private void drawY(Canvas canvas, Axis axis) {
        for (Ticks.Tick tick : grid.ticks(axis)) {
            double y = y(tick.at());
            line(canvas, left() - TICK, y, left(), y);
            canvas.text(
                    left() - 9.0,
                    y + 4,
                    Label.of(tick.text(), SMALL, Anchor.END).colour(INK));
        }
        canvas.text(
                22,
                TOP + plotHeight() / 2.0,
                Label.of(Escape.line(axis.label()), LARGE, Anchor.MIDDLE).turned());
    }

    private void drawBar(Canvas canvas) {
        double x = left() + PLOT_WIDTH + 20;
        double step = (double) plotHeight() / BAR_STEPS;
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
                TOP + plotHeight() / 2.0,
                Label.of("objective", LARGE, Anchor.MIDDLE).turned());
    }

    private static void line(Canvas canvas, double x1, double y1, double x2, double y2) {
        canvas.line(new double[] {x1, x2}, new double[] {y1, y2}, 1, INK);
    }

    private double x(double value) {
        Axis axis = grid.x();
        return left() + PLOT_WIDTH * (value - axis.min()) / (axis.max() - axis.min());
    }

    private double y(double value) {
        double min = grid.y().map(Axis::min).orElse(0.0);
        double max = grid.y().map(Axis::max).orElse(1.0);
        return TOP + plotHeight() * (max - value) / (max - min);
    }
}

package dev.elm4j.plot;

import dev.elm4j.plot.Canvas.Anchor;
import dev.elm4j.plot.Canvas.Label;
import java.util.List;

/**
 * Panels of lines one below the other, over one horizontal axis, as a still picture.
 *
 * @param title one line above them
 * @param axis title of the horizontal axis
 * @param panels from top to bottom, at least one
 * @param remark what a reader must know, below the title; may be empty
 */
record CurveDrawing(String title, String axis, List<Panel> panels, String remark) implements Drawing {

    static final int LEFT = 80;
    static final int RIGHT = 24;
    static final int TOP = 66;
    static final int BOTTOM = 56;
    static final int PANEL = 130;
    static final int SPACE = 18;
    static final String GRID = "#e4e4e4";

    private static final int WIDTH = 640;
    private static final int SINGLE = 300;
    private static final String INK = "#444444";

    CurveDrawing {
        panels = List.copyOf(panels);
    }

    /** A drawing that needs no remark. */
    CurveDrawing(String title, String axis, List<Panel> panels) {
        this(title, axis, panels, "");
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return TOP + BOTTOM + panels.size() * panelHeight() + (panels.size() - 1) * SPACE;
    }

    /** Height of one panel in pixels. */
    int panelHeight() {
        return panels.size() == 1 ? SINGLE : PANEL;
    }

    /** The greatest x. */
    double reach() {
        double reach = panels.stream().mapToDouble(Panel::reach).max().orElse(1);
        return reach > 0 ? reach : 1;
    }

    @Override
    public void draw(Canvas canvas) {
        canvas.text(
                LEFT,
                remark.isEmpty() ? 24 : 17,
                Label.of(Escape.line(title), 14, Anchor.START).colour("#222222"));
        canvas.text(LEFT, 33, Label.of(Escape.line(remark), 12, Anchor.START).colour(INK));
        drawLegend(canvas);
        for (int i = 0; i < panels.size(); i++) {
            drawPanel(canvas, panels.get(i), TOP + i * (panelHeight() + SPACE));
        }
        double base = height() - BOTTOM;
        for (double tick : Ticks.round(0, reach(), 6)) {
            canvas.text(
                    x(tick),
                    base + 18,
                    Label.of(Shown.number(tick), 12, Anchor.MIDDLE).colour(INK));
        }
        canvas.text(LEFT + plotWidth() / 2, height() - 14.0, Label.of(Escape.line(axis), 14, Anchor.MIDDLE));
    }

    private void drawLegend(Canvas canvas) {
        double x = LEFT;
        long names = panels.get(0).lines().stream().filter(Panel.Line::isNamed).count();
        int most = Math.max(6, Math.min(28, (int) ((plotWidth() / Math.max(1, names) - 46) / 7.2)));
        for (Panel.Line line : panels.get(0).lines()) {
            if (!line.isNamed()) {
                continue;
            }
            String label = Escape.cut(Escape.line(line.label()), most);
            canvas.line(new double[] {x, x + 22}, new double[] {46, 46}, 2.5, line.colour());
            canvas.text(x + 28, 50, Label.of(label, 12, Anchor.START));
            x += 28 + 7.2 * Width.of(label) + 18;
        }
    }

    private void drawPanel(Canvas canvas, Panel panel, double top) {
        double[] range = panel.range();
        for (double tick : Ticks.round(range[0], range[1], panels.size() == 1 ? 6 : 4)) {
            double y = y(tick, range, top);
            canvas.line(new double[] {LEFT, LEFT + plotWidth()}, new double[] {y, y}, 1, GRID);
            canvas.text(
                    LEFT - 8,
                    y + 4,
                    Label.of(Shown.number(tick), 12, Anchor.END).colour(INK));
        }
        for (double tick : Ticks.round(0, reach(), 6)) {
            canvas.line(new double[] {x(tick), x(tick)}, new double[] {top, top + panelHeight()}, 1, GRID);
        }
        panel.lines().forEach(line -> drawLine(canvas, line, range, top));
        canvas.text(
                22,
                top + panelHeight() / 2.0,
                Label.of(Escape.line(panel.title()), 14, Anchor.MIDDLE).turned());
    }

    /** Draws the pieces between gaps. */
    private void drawLine(Canvas canvas, Panel.Line line, double[] range, double top) {
        List<Panel.Point> points = line.points();
        int from = 0;
        for (int to = 0; to <= points.size(); to++) {
            if (to == points.size() || !Double.isFinite(points.get(to).y())) {
                drawPiece(canvas, points.subList(from, to), line, y -> y(y, range, top));
                from = to + 1;
            }
        }
    }

    private void drawPiece(
            Canvas canvas, List<Panel.Point> piece, Panel.Line line, java.util.function.DoubleUnaryOperator y) {
        if (piece.size() == 1) {
            canvas.rectangle(
                    x(piece.get(0).x()) - 2, y.applyAsDouble(piece.get(0).y()) - 2, 4, 4, line.colour());
        } else if (piece.size() > 1) {
            canvas.line(
                    piece.stream().mapToDouble(point -> x(point.x())).toArray(),
                    piece.stream()
                            .mapToDouble(point -> y.applyAsDouble(point.y()))
                            .toArray(),
                    line.stroke().width,
                    line.colour());
        }
    }

    private double x(double value) {
        return LEFT + plotWidth() * value / reach();
    }

    private double y(double value, double[] range, double top) {
        return top + panelHeight() * (range[1] - value) / (range[1] - range[0]);
    }

    private double plotWidth() {
        return width() - LEFT - RIGHT;
    }
}

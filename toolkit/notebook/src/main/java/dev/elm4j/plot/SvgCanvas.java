package dev.elm4j.plot;

import java.util.Locale;

/** A canvas of SVG text, which needs no fonts of this machine. */
final class SvgCanvas implements Canvas {

    private final StringBuilder svg = new StringBuilder();

    private SvgCanvas() {}

    /** The drawing as an {@code svg} element, on white. */
    static String paint(Drawing drawing) {
        var canvas = new SvgCanvas();
        canvas.svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\" font-family=\"sans-serif\">"
                        .formatted(drawing.width(), drawing.height()));
        canvas.rectangle(0, 0, drawing.width(), drawing.height(), "#ffffff");
        drawing.draw(canvas);
        return canvas.svg.append("</svg>").toString();
    }

    @Override
    public void rectangle(double x, double y, double width, double height, String colour) {
        svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                .formatted(number(x), number(y), number(width), number(height), colour));
    }

    @Override
    public void polygon(double[] xs, double[] ys, String colour, String outline) {
        svg.append("<polygon fill=\"%s\"%s points=\""
                .formatted(colour, outline.isEmpty() ? "" : " stroke=\"" + outline + "\""));
        points(xs, ys);
    }

    @Override
    public void line(double[] xs, double[] ys, double width, String colour) {
        svg.append(
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" points=\"".formatted(colour, number(width)));
        points(xs, ys);
    }

    private void points(double[] xs, double[] ys) {
        for (int i = 0; i < xs.length; i++) {
            svg.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
        }
        svg.append("\"/>");
    }

    @Override
    public void text(double x, double y, Label label) {
        String turn = label.upright() ? " transform=\"rotate(-90 %s %s)\"".formatted(number(x), number(y)) : "";
        svg.append("<text x=\"%s\" y=\"%s\" font-size=\"%d\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>"
                .formatted(
                        number(x),
                        number(y),
                        label.size(),
                        label.anchor().name().toLowerCase(Locale.ROOT),
                        label.colour(),
                        turn,
                        Escape.html(label.text())));
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}

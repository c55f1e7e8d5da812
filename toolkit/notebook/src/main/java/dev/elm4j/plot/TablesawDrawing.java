package dev.elm4j.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A still picture of a figure that came from Tablesaw: of lines over numbers; other figures have none. */
final class TablesawDrawing {

    private TablesawDrawing() {}

    /** The picture, or empty if something other than lines and points is to be drawn. */
    static Optional<Drawing> of(Map<String, Object> spec) {
        var lines = new ArrayList<Panel.Line>();
        for (Object trace : (List<?>) spec.get("data")) {
            Map<?, ?> map = (Map<?, ?>) trace;
            if (!"scatter".equals(map.get("type")) || !numbers(map.get("x")) || !numbers(map.get("y"))) {
                return Optional.empty();
            }
            lines.add(line(map, lines.size()));
        }
        if (lines.isEmpty()
                || lines.stream().flatMap(line -> line.points().stream()).anyMatch(point -> point.x() < 0)) {
            return Optional.empty();
        }
        Map<?, ?> layout = (Map<?, ?>) spec.get("layout");
        var panel = new Panel(title(layout.get("yaxis")), lines);
        return Optional.of(new CurveDrawing(title(layout), title(layout.get("xaxis")), List.of(panel)));
    }

    /** The title of a layout or of an axis; empty if it has none. */
    static String title(Object part) {
        return part instanceof Map<?, ?> map
                        && map.get("title") instanceof Map<?, ?> title
                        && title.get("text") instanceof String text
                ? plain(text)
                : "";
    }

    private static Panel.Line line(Map<?, ?> trace, int index) {
        var points = new ArrayList<Panel.Point>();
        List<?> xs = (List<?>) trace.get("x");
        List<?> ys = (List<?>) trace.get("y");
        for (int i = 0; i < Math.min(xs.size(), ys.size()); i++) {
            if (xs.get(i) instanceof Number x) {
                points.add(
                        new Panel.Point(x.doubleValue(), ys.get(i) instanceof Number y ? y.doubleValue() : Double.NaN));
            }
        }
        String name = Boolean.TRUE.equals(trace.get("showlegend")) && trace.get("name") instanceof String text
                ? plain(text)
                : "";
        return new Panel.Line(name, Panel.colour(index), Panel.Stroke.FULL, points);
    }

    private static boolean numbers(Object values) {
        return values instanceof List<?> list
                && list.stream().allMatch(value -> value == null || value instanceof Number);
    }

    /** Undoes {@link Escape#plotly}, for a picture that knows no markup. */
    private static String plain(String text) {
        return text.replace("<br>", " ")
                .replace("&#36;", "$")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}

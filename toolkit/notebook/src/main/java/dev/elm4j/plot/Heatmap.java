package dev.elm4j.plot;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An archive as a map of coloured cells: where solutions were found and how good they are; hovering shows who lives there.
 *
 * <pre>{@code
 * Figure map = Heatmap.of(archive);           // colours from 0 to 1 where all objectives lie there
 * Figure fixed = Heatmap.of(archive, -5, 5);  // the same colours for several archives
 * }</pre>
 *
 * <p>Empty cells are grey. One axis gives one row; of more than two axes the first two are shown, with the best elite of
 * each pair of bins.
 */
public final class Heatmap {

    private static final int HOVER_COLUMNS = 60;

    private Heatmap() {}

    /** The map of this archive; colours go from 0 to 1, or from the least to the greatest objective if one lies outside. */
    public static Figure of(Archive<?> archive) {
        return of(archive, MapGrid.of(archive));
    }

    /**
     * The map of this archive with colours from {@code min} to {@code max}.
     *
     * @throws IllegalArgumentException if the range is not finite with {@code min < max}
     */
    public static Figure of(Archive<?> archive, double min, double max) {
        return of(archive, MapGrid.of(archive, min, max));
    }

    private static Figure of(Archive<?> archive, MapGrid grid) {
        String title = sentence(archive.statistics().toString());
        String remark = grid.remark();
        String whole = remark.isEmpty() ? title : title + " \u00b7 " + remark;
        var drawing = new HeatDrawing(grid, whole);
        return new Figure(
                Spec.of(
                        "data",
                        List.of(trace(grid, drawing)),
                        "layout",
                        layout(grid, drawing),
                        "config",
                        Spec.config()),
                Optional.of(drawing),
                "Archive: " + archive.statistics() + (remark.isEmpty() ? "" : " (" + remark + ")"));
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Map<String, Object> trace(MapGrid grid, HeatDrawing drawing) {
        var objectives = new ArrayList<List<Double>>();
        var texts = new ArrayList<List<String>>();
        for (int row = 0; row < grid.rows(); row++) {
            var values = new ArrayList<Double>();
            var hovers = new ArrayList<String>();
            for (int column = 0; column < grid.columns(); column++) {
                Optional<Elite<?>> elite = grid.elite(column, row);
                values.add(elite.map(Elite::objective).orElse(null));
                hovers.add(elite.map(one -> hover(one, grid.axes())).orElse(""));
            }
            objectives.add(values);
            texts.add(hovers);
        }
        var trace = Spec.of(
                "type",
                "heatmap",
                "x",
                edges(grid.x()),
                "y",
                grid.y().map(Heatmap::edges).orElse(List.of(0.0, 1.0)),
                "z",
                objectives,
                "text",
                texts,
                "hovertemplate",
                "%{text}<extra></extra>",
                "hoverongaps",
                false,
                "xgap",
                drawing.gap(),
                "ygap",
                drawing.gap());
        trace.putAll(colours(grid));
        return trace;
    }

    private static Map<String, Object> colours(MapGrid grid) {
        return Spec.of(
                "zmin", grid.min(),
                "zmax", grid.max(),
                "colorscale", "Viridis",
                "colorbar",
                        Spec.of(
                                "thickness", 16,
                                "len", 1,
                                "lenmode", "fraction",
                                "ypad", 0,
                                "xpad", 16,
                                "outlinewidth", 0,
                                "ticks", "outside",
                                "tickfont", Spec.of("size", 12)));
    }

    private static List<Double> edges(Axis axis) {
        return IntStream.rangeClosed(0, axis.bins()).mapToObj(axis::edge).toList();
    }

    private static String hover(Elite<?> elite, List<Axis> axes) {
        String solution = Escape.plotly(wrapped(Escape.cut(Shown.solution(elite.solution()), Escape.HOVER)));
        return Shown.facts(elite, axes).stream()
                .map(Escape::plotly)
                .collect(Collectors.joining("<br>", solution + "<br><br>", ""));
    }

    /** The text with line breaks at blanks, so that a hover text stays on the screen; long words are cut in pieces. */
    private static String wrapped(String text) {
        var lines = new StringBuilder();
        int column = 0;
        for (String word : text.split("(?<=[ \n])|(?<=\\G.{" + HOVER_COLUMNS + "})")) {
            if (column > 0 && column + word.length() > HOVER_COLUMNS) {
                lines.append('\n');
                column = 0;
            }
            lines.append(word);
            column = word.endsWith("\n") ? 0 : column + word.length();
        }
        return lines.toString();
    }

    private static Map<String, Object> layout(MapGrid grid, HeatDrawing drawing) {
        var layout = Spec.layout(drawing, Escape.plotly(drawing.title()));
        layout.put("plot_bgcolor", HeatDrawing.EMPTY);
        layout.put("annotations", List.of(barTitle()));
        layout.put(
                "margin",
                Spec.of("l", HeatDrawing.LEFT, "r", HeatDrawing.RIGHT, "t", HeatDrawing.TOP, "b", HeatDrawing.BOTTOM));
        layout.put("xaxis", axis(grid.x()));
        layout.put("yaxis", grid.y().map(Heatmap::axis).orElse(Spec.of("visible", false, "range", List.of(0, 1))));
        return layout;
    }

    /** The colour bar's title as an annotation: plotly's own lies on the numbers of the bar. */
    private static Map<String, Object> barTitle() {
        return Spec.of(
                "text",
                "objective",
                "xref",
                "paper",
                "yref",
                "paper",
                "x",
                1,
                "y",
                0.5,
                "xanchor",
                "center",
                "yanchor",
                "middle",
                "xshift",
                HeatDrawing.RIGHT - 14,
                "textangle",
                -90,
                "showarrow",
                false,
                "font",
                Spec.of("size", 14));
    }

    private static Map<String, Object> axis(Axis axis) {
        return Spec.axis(Escape.plotly(axis.label()), axis.min(), axis.max(), Ticks.edges(axis));
    }
}

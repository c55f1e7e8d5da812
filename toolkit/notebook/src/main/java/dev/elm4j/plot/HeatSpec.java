package dev.elm4j.plot;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A map as plotly's JSON: a heatmap, or a polygon per cell around a centroid. */
final class HeatSpec {

    private static final int HOVER_COLUMNS = 60;

    /** More polygons make a browser slow; they become a heatmap of small squares. */
    private static final int POLYGONS = 1_500;

    /** Characters of all hover texts of squares together, of which one elite may have many. */
    private static final int TEXTS = 500_000;

    /** Such squares along each axis. */
    private static final int SQUARES = 90;

    private final MapGrid grid;
    private final HeatDrawing drawing;

    private HeatSpec(MapGrid grid, HeatDrawing drawing) {
        this.grid = grid;
        this.drawing = drawing;
    }

    static List<Map<String, Object>> data(MapGrid grid, HeatDrawing drawing) {
        List<Voronoi.Region> regions = grid.regions();
        if (!regions.isEmpty() && regions.size() <= POLYGONS) {
            return new HeatSpec(grid, drawing).polygons(regions);
        }
        return List.of(new HeatSpec(grid.isRaster() ? grid.coarse(SQUARES) : grid, drawing).heatmap());
    }

    private Map<String, Object> heatmap() {
        int most = grid.isRaster() ? Math.min(Escape.HOVER, TEXTS / (grid.columns() * grid.rows())) : Escape.HOVER;
        var objectives = new ArrayList<List<Double>>();
        var texts = new ArrayList<List<String>>();
        for (int row = 0; row < grid.rows(); row++) {
            var values = new ArrayList<Double>();
            var hovers = new ArrayList<String>();
            for (int column = 0; column < grid.columns(); column++) {
                Optional<Elite<?>> elite = grid.elite(column, row);
                values.add(elite.map(Elite::objective).orElse(null));
                hovers.add(elite.map(one -> hover(one, most)).orElse(""));
            }
            objectives.add(values);
            texts.add(hovers);
        }
        var trace = Spec.of(
                "type",
                "heatmap",
                "x",
                IntStream.rangeClosed(0, grid.columns()).mapToObj(grid::left).toList(),
                "y",
                IntStream.rangeClosed(0, grid.rows()).mapToObj(grid::bottom).toList(),
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
                drawing.gap(),
                "zmin",
                grid.min(),
                "zmax",
                grid.max());
        trace.putAll(colours());
        return trace;
    }

    private List<Map<String, Object>> polygons(List<Voronoi.Region> regions) {
        var traces = new ArrayList<Map<String, Object>>();
        traces.add(bar());
        traces.add(outlines(regions));
        for (Voronoi.Region region : regions) {
            grid.elite(region.cell()).ifPresent(elite -> traces.add(polygon(region, elite)));
        }
        return traces;
    }

    /** Nothing but the colour bar: a polygon has none. */
    private Map<String, Object> bar() {
        var marker = Spec.of("color", List.of(grid.min()), "cmin", grid.min(), "cmax", grid.max(), "showscale", true);
        marker.putAll(colours());
        var nothing = new ArrayList<Double>();
        nothing.add(null);
        return Spec.of(
                "type",
                "scatter",
                "mode",
                "markers",
                "x",
                nothing,
                "y",
                nothing,
                "marker",
                marker,
                "hoverinfo",
                "skip",
                "showlegend",
                false);
    }

    /** The borders of all cells, also of empty ones. */
    private Map<String, Object> outlines(List<Voronoi.Region> regions) {
        var xs = new ArrayList<Double>();
        var ys = new ArrayList<Double>();
        for (Voronoi.Region region : regions) {
            xs.addAll(closed(region.xs()));
            ys.addAll(closed(region.ys()));
            xs.add(null);
            ys.add(null);
        }
        return Spec.of(
                "type",
                "scatter",
                "mode",
                "lines",
                "x",
                xs,
                "y",
                ys,
                "line",
                Spec.of("color", HeatDrawing.BORDER, "width", 1),
                "hoverinfo",
                "skip",
                "showlegend",
                false);
    }

    private Map<String, Object> polygon(Voronoi.Region region, Elite<?> elite) {
        return Spec.of(
                "type",
                "scatter",
                "mode",
                "lines",
                "x",
                closed(region.xs()),
                "y",
                closed(region.ys()),
                "fill",
                "toself",
                "fillcolor",
                grid.colour(elite),
                "line",
                Spec.of("color", HeatDrawing.EMPTY, "width", 1),
                "hoveron",
                "fills",
                "hoverinfo",
                "text",
                "text",
                hover(elite, Escape.HOVER),
                "showlegend",
                false);
    }

    private static List<Double> closed(double[] corners) {
        var closed = new ArrayList<>(
                Arrays.stream(corners).map(HeatSpec::rounded).boxed().toList());
        closed.add(closed.get(0));
        return closed;
    }

    /** To six digits, which is finer than any screen. */
    private static double rounded(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(6))
                .doubleValue();
    }

    private Map<String, Object> colours() {
        return Spec.of(
                "colorscale",
                "Viridis",
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

    /** @param most characters of the solution */
    private String hover(Elite<?> elite, int most) {
        String solution = Escape.plotly(wrapped(Escape.cut(Shown.solution(elite.solution()), most)));
        int members = grid.members(elite);
        String crowd = members == 1 ? "" : "<br>best of " + Shown.count(members) + " solutions in this cell";
        return Shown.facts(elite, grid.axes()).stream()
                        .map(Escape::plotly)
                        .collect(Collectors.joining("<br>", solution + "<br><br>", ""))
                + crowd;
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

    static Map<String, Object> layout(MapGrid grid, HeatDrawing drawing) {
        var layout = Spec.layout(drawing, Escape.plotly(heading(drawing)));
        layout.put("plot_bgcolor", HeatDrawing.EMPTY);
        layout.put("annotations", List.of(barTitle()));
        layout.put(
                "margin",
                Spec.of("l", drawing.left(), "r", HeatDrawing.RIGHT, "t", HeatDrawing.TOP, "b", drawing.bottom()));
        layout.put("hovermode", "closest");
        var x = axis(grid, grid.x());
        if (drawing.isUpright()) {
            x.put("tickangle", -90);
        }
        layout.put("xaxis", x);
        layout.put("yaxis", grid.y().map(y -> axis(grid, y)).orElse(Spec.of("visible", false, "range", List.of(0, 1))));
        return layout;
    }

    private static String heading(HeatDrawing drawing) {
        return drawing.remark().isEmpty() ? drawing.title() : drawing.title() + "\n" + drawing.remark();
    }

    private static Map<String, Object> axis(MapGrid grid, Axis axis) {
        return Spec.axis(Escape.plotly(axis.label()), axis.min(), axis.max(), grid.ticks(axis));
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
}

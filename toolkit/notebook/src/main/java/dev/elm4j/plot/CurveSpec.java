package dev.elm4j.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Panels of lines as plotly's JSON. */
final class CurveSpec {

    private CurveSpec() {}

    /** The figure of these panels. */
    static Figure figure(CurveDrawing drawing, String summary) {
        var traces = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < drawing.panels().size(); i++) {
            for (Panel.Line line : drawing.panels().get(i).lines()) {
                traces.add(trace(line, i));
            }
        }
        return new Figure(
                Spec.of("data", traces, "layout", layout(drawing), "config", Spec.config()),
                Optional.of(drawing),
                summary);
    }

    private static Map<String, Object> trace(Panel.Line line, int panel) {
        return Spec.of(
                "type",
                "scatter",
                "mode",
                line.points().size() == 1 ? "markers" : "lines",
                "name",
                Escape.plotly(line.label()),
                "legendgroup",
                Escape.plotly(line.label()),
                "showlegend",
                panel == 0 && line.isNamed(),
                "x",
                line.points().stream().map(Panel.Point::x).toList(),
                "y",
                line.points().stream().map(Panel.Point::y).toList(),
                "yaxis",
                panel == 0 ? "y" : "y" + (panel + 1),
                "line",
                Spec.of("color", line.colour(), "width", line.stroke().width),
                "hoverinfo",
                line.stroke() == Panel.Stroke.THIN ? "skip" : "all");
    }

    private static Map<String, Object> layout(CurveDrawing drawing) {
        var layout = Spec.layout(
                drawing,
                Escape.plotly(
                        drawing.remark().isEmpty() ? drawing.title() : drawing.title() + "\n" + drawing.remark()));
        layout.put("plot_bgcolor", "#ffffff");
        layout.put("margin", margin());
        layout.put("hovermode", "x unified");
        layout.put("legend", Spec.of("orientation", "h", "x", 0, "xanchor", "left", "y", 1, "yanchor", "bottom"));
        var x = axis(Escape.plotly(drawing.axis()), new double[] {0, drawing.reach()}, 6);
        int panels = drawing.panels().size();
        x.put("anchor", panels == 1 ? "y" : "y" + panels);
        layout.put("xaxis", x);
        for (int i = 0; i < panels; i++) {
            layout.put(i == 0 ? "yaxis" : "yaxis" + (i + 1), vertical(drawing, i));
        }
        return layout;
    }

    /** The room around the panels, the same as in the still image. */
    static Map<String, Object> margin() {
        return Spec.of(
                "l", CurveDrawing.LEFT, "r", CurveDrawing.RIGHT, "t", CurveDrawing.TOP, "b", CurveDrawing.BOTTOM);
    }

    private static Map<String, Object> vertical(CurveDrawing drawing, int i) {
        Panel panel = drawing.panels().get(i);
        int panels = drawing.panels().size();
        var axis = axis(Escape.plotly(panel.title()), panel.range(), panels == 1 ? 6 : 4);
        double whole = panels * drawing.panelHeight() + (panels - 1.0) * CurveDrawing.SPACE;
        double top = 1 - i * (drawing.panelHeight() + CurveDrawing.SPACE) / whole;
        axis.put("domain", List.of(Math.max(0, top - drawing.panelHeight() / whole), top));
        return axis;
    }

    private static Map<String, Object> axis(String title, double[] range, int ticks) {
        var axis = Spec.axis(title, range[0], range[1], List.of());
        axis.keySet().removeAll(List.of("tickmode", "tickvals", "ticktext", "ticks"));
        axis.put("nticks", ticks + 2);
        axis.put("showgrid", true);
        axis.put("gridcolor", CurveDrawing.GRID);
        return axis;
    }
}

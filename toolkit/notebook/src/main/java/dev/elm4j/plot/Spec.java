package dev.elm4j.plot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Short forms for plotly's JSON. Texts given here must have passed {@link Escape#plotly}. */
final class Spec {

    private static final String INK = "#444444";

    private Spec() {}

    /** A map from alternating keys and values, in their order; null values are kept. */
    static Map<String, Object> of(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** A title; plotly.js 3 and later know only this form. */
    static Map<String, Object> title(String text, int size) {
        return of("text", text, "font", of("size", size));
    }

    /** A left-aligned title above the plot. */
    static Map<String, Object> heading(String text, int left) {
        return of(
                "text",
                text,
                "x",
                0,
                "xref",
                "paper",
                "xanchor",
                "left",
                "font",
                of("size", 14, "color", "#222222"),
                "pad",
                of("l", left));
    }

    /** An axis with ticks at these places. */
    static Map<String, Object> axis(String title, double min, double max, List<Ticks.Tick> ticks) {
        return of(
                "title",
                title(title, 14),
                "range",
                List.of(min, max),
                "tickmode",
                "array",
                "tickvals",
                ticks.stream().map(Ticks.Tick::at).toList(),
                "ticktext",
                ticks.stream().map(tick -> Escape.plotly(tick.text())).toList(),
                "ticks",
                "outside",
                "tickcolor",
                INK,
                "tickfont",
                of("size", 12, "color", INK),
                "showgrid",
                false,
                "zeroline",
                false);
    }

    /** What all layouts share: size, white ground, dark text; so that a figure is legible on any theme. */
    static Map<String, Object> layout(Drawing drawing, String title) {
        var layout = of("width", drawing.width(), "height", drawing.height(), "title", heading(title, 0));
        layout.putAll(look());
        return layout;
    }

    /** White ground, dark text. */
    static Map<String, Object> look() {
        return of(
                "paper_bgcolor", "#ffffff",
                "font", of("family", "sans-serif", "color", "#333333"),
                "hoverlabel",
                        of(
                                "align",
                                "left",
                                "bgcolor",
                                "#ffffff",
                                "bordercolor",
                                "#888888",
                                "font",
                                of("color", "#222222", "size", 12)));
    }

    /** Few buttons, no advertisement. */
    static Map<String, Object> config() {
        return of(
                "displaylogo", false,
                "responsive", false,
                "modeBarButtons", List.of(List.of("toImage", "zoom2d", "pan2d", "resetScale2d")));
    }
}

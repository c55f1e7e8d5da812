package dev.elm4j.plot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gives a layout of Tablesaw the look of the other figures, wherever it has none of its own. */
final class TablesawLook {

    private TablesawLook() {}

    /**
     * @param layout in today's form
     * @param drawing the figure's still image; the interactive figure takes its size, so that the page does not jump
     */
    static Map<String, Object> of(Map<String, Object> layout, Optional<Drawing> drawing) {
        var look = new LinkedHashMap<String, Object>(Spec.look());
        look.put("title", Spec.heading("", 0));
        for (String key : layout.keySet()) {
            if (key.startsWith("xaxis") || key.startsWith("yaxis")) {
                look.put(key, axis());
            }
        }
        Map<String, Object> whole = merged(look, layout);
        drawing.ifPresent(still -> {
            whole.put("width", still.width());
            whole.put("height", still.height());
            whole.putIfAbsent("margin", CurveSpec.margin());
            whole.put("plot_bgcolor", "#ffffff");
        });
        return whole;
    }

    private static Map<String, Object> axis() {
        var axis = Spec.axis("", 0, 1, java.util.List.of());
        axis.keySet().retainAll(java.util.Set.of("title", "tickfont", "zeroline"));
        axis.put("gridcolor", CurveDrawing.GRID);
        return axis;
    }

    /** Both, and where both have something the figure's own. */
    private static Map<String, Object> merged(Map<?, ?> look, Map<?, ?> own) {
        var merged = new LinkedHashMap<String, Object>();
        look.forEach((key, value) -> merged.put((String) key, value));
        own.forEach((key, value) -> merged.merge(
                (String) key,
                value,
                (usual, chosen) -> usual instanceof Map<?, ?> deep && chosen instanceof Map<?, ?> deeper
                        ? merged(deep, deeper)
                        : chosen));
        return merged;
    }
}

package dev.elm4j.plot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A picture that shows everywhere: a plotly figure, the same as a still image, and one line of text.
 *
 * <pre>{@code
 * Figure map = Heatmap.of(archive);
 * map.png();          // the image, for a file or a paper
 * map.toTablesaw();   // for Tablesaw's own pages
 * map.bundle();       // what a notebook shows
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Figure {

    private final Map<String, Object> spec;
    private final Optional<Drawing> drawing;
    private final String summary;

    Figure(Map<String, Object> spec, Optional<Drawing> drawing, String summary) {
        var whole = new LinkedHashMap<>(spec);
        whole.putIfAbsent("layout", Map.of());
        whole.putIfAbsent("config", Map.of());
        this.spec = asMap(Bundle.plain(whole));
        this.drawing = drawing;
        this.summary = Escape.visible(summary);
    }

    /**
     * A figure from Tablesaw, repaired for today's plotly.js and in the look of the others. Its texts are shown as they
     * are: markup in them, which plotly would follow, is escaped. Without a title, a width or a height of its own it gets
     * the usual ones.
     */
    public static Figure of(tech.tablesaw.plotly.components.Figure figure) {
        return TablesawBridge.from(figure);
    }

    /** The plotly figure: {@code data}, {@code layout} and {@code config} as maps, lists, texts and numbers. */
    public Map<String, Object> spec() {
        return spec;
    }

    /** One line that says what the picture shows. */
    public String summary() {
        return summary;
    }

    /** The still image at its natural size; empty if it cannot be drawn here, such as on a machine without fonts. */
    public Optional<byte[]> png() {
        return png(1);
    }

    /**
     * The still image, enlarged.
     *
     * @param scale 1 for the natural size, 2 for a sharp print
     */
    public Optional<byte[]> png(int scale) {
        return drawing.flatMap(still -> Page.current().painter().png(still, scale));
    }

    /** The forms in which the current page shows it. */
    public Bundle bundle() {
        return bundle(Page.current());
    }

    /** The forms in which this page shows it: plotly, HTML, PNG and text. */
    public Bundle bundle(Page page) {
        return page.bundle(this);
    }

    Optional<Drawing> drawing() {
        return drawing;
    }

    /** The same picture as a figure of Tablesaw, for its pages and its {@code Plot.show}. */
    public tech.tablesaw.plotly.components.Figure toTablesaw() {
        return TablesawBridge.to(this);
    }

    @Override
    public String toString() {
        return summary;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object json) {
        return (Map<String, Object>) json;
    }
}

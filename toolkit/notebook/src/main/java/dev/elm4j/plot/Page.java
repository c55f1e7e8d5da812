package dev.elm4j.plot;

import static java.util.Objects.requireNonNull;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The page that figures are shown on: where their script comes from, and what their elements are called.
 *
 * <pre>{@code
 * Page.use(Page.offline());            // from now on nothing is loaded from a network
 * Page.current().script();             // show this once in the notebook: the script itself
 * }</pre>
 *
 * <p>Immutable. The current page is one for the whole process, since a notebook has one.
 */
public final class Page {

    /** Where plotly.js comes from. */
    private enum Source {
        NETWORK,
        NOTEBOOK,
        NOWHERE
    }

    private static volatile Page current = online();

    private final Source source;
    private final Supplier<String> ids;
    private final Painter painter;

    private Page(Source source, Supplier<String> ids, Painter painter) {
        this.source = source;
        this.ids = requireNonNull(ids, "ids");
        this.painter = painter;
    }

    /** A page whose figures become interactive by a script from a pinned address; the default. */
    public static Page online() {
        return new Page(Source.NETWORK, () -> UUID.randomUUID().toString(), Painter.java2d());
    }

    /** A page whose figures become interactive by the script that {@link #script} put into the notebook. */
    public static Page offline() {
        return new Page(Source.NOTEBOOK, () -> UUID.randomUUID().toString(), Painter.java2d());
    }

    /** A page of images and text alone, for notebooks that are kept small. */
    public static Page still() {
        return new Page(Source.NOWHERE, () -> UUID.randomUUID().toString(), Painter.java2d());
    }

    /** The page that is shown on now. */
    public static Page current() {
        return current;
    }

    /** Shows on this page from now on. */
    public static void use(Page page) {
        current = requireNonNull(page, "page");
    }

    /** A copy that draws the names of elements from here; each must be new in the notebook. Letters, digits and '-'. */
    public Page ids(Supplier<String> ids) {
        return new Page(source, ids, painter);
    }

    Page painter(Painter painter) {
        return new Page(source, ids, painter);
    }

    Painter painter() {
        return painter;
    }

    /** What has to be shown once in a notebook before offline figures; on other pages only a sentence. */
    public Bundle script() {
        return source == Source.NOTEBOOK
                ? Bundle.text("Figures are drawn from this notebook's own copy of plotly.js, without a network.")
                        .html(PlotlyScript.inlined())
                : Bundle.text("Figures on this page need no script in the notebook.");
    }

    /** The figure in all its forms. */
    Bundle bundle(Figure figure) {
        var contents = new LinkedHashMap<String, Object>();
        contents.put(Bundle.TEXT, figure.summary());
        figure.drawing()
                .flatMap(drawing -> painter.png(drawing, 1))
                .ifPresent(png -> contents.put(Bundle.PNG, Base64.getEncoder().encodeToString(png)));
        if (source != Source.NOWHERE) {
            contents.put(Bundle.PLOTLY, figure.spec());
            contents.put(Bundle.HTML, html(figure));
        }
        return new Bundle(contents);
    }

    private String html(Figure figure) {
        String id = "elm4j-" + ids.get();
        return "<div id=\"" + Escape.html(id) + "\">" + still(figure) + "</div>"
                + PlotlyScript.drawing(id, figure.spec(), source == Source.NETWORK);
    }

    /** The image as HTML, no larger than need be, since a notebook keeps it; an SVG where this machine cannot paint. */
    private String still(Figure figure) {
        if (figure.drawing().isEmpty()) {
            return "<p>" + Escape.html(figure.summary()) + "</p>";
        }
        Drawing drawing = figure.drawing().get();
        return painter.png(drawing, 1)
                .map(png -> "<img alt=\"%s\" width=\"%d\" height=\"%d\" src=\"data:image/png;base64,%s\">"
                        .formatted(
                                Escape.html(figure.summary()),
                                drawing.width(),
                                drawing.height(),
                                Base64.getEncoder().encodeToString(png)))
                .orElseGet(() -> SvgCanvas.paint(drawing));
    }
}

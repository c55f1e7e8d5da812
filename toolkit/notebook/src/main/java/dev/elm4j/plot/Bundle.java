package dev.elm4j.plot;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One value in several forms, of which each viewer of a notebook shows the richest that it knows: MIME type to content.
 *
 * <pre>{@code
 * var bundle = Bundle.text("2 elites").html("<b>2</b> elites");
 * bundle.html();     // Optional[<b>2</b> elites]
 * bundle.types();    // [text/html, text/plain]
 * }</pre>
 *
 * <p>JSON content is made of Map, List, Number, Boolean, String and null alone, so that any kernel can write it; numbers
 * that JSON does not have (NaN, infinities) become null. An image is base64 text. Immutable.
 *
 * @param contents MIME type to content, richest first
 */
public record Bundle(Map<String, Object> contents) {

    /** A plotly figure, as JSON: data, layout, config. */
    public static final String PLOTLY = "application/vnd.plotly.v1+json";

    /** HTML, made to survive a notebook's sanitiser. */
    public static final String HTML = "text/html";

    /** A PNG image, as base64 text. */
    public static final String PNG = "image/png";

    /** Text of at most 80 columns; every bundle has it. */
    public static final String TEXT = "text/plain";

    private static final List<String> ORDER = List.of(PLOTLY, HTML, PNG, TEXT);

    /**
     * Copies the content and puts it in order.
     *
     * @throws IllegalArgumentException if there is no text, or the JSON holds something that is not JSON
     */
    public Bundle {
        requireNonNull(contents, "contents");
        if (!(contents.get(TEXT) instanceof String)) {
            throw new IllegalArgumentException("A bundle needs a text/plain content, but has only " + contents.keySet()
                    + ". Begin with Bundle.text(...).");
        }
        var ordered = new LinkedHashMap<String, Object>();
        for (String type : ORDER) {
            if (contents.get(type) != null) {
                ordered.put(type, contents.get(type));
            }
        }
        contents.forEach(ordered::putIfAbsent);
        ordered.replaceAll((type, content) -> plain(content));
        contents = Collections.unmodifiableMap(ordered);
    }

    /** A bundle that has only a text. */
    public static Bundle text(String text) {
        return new Bundle(Map.of(TEXT, text));
    }

    /** A copy with this HTML. */
    public Bundle html(String html) {
        return with(HTML, html);
    }

    /** A copy with this content. */
    public Bundle with(String type, Object content) {
        var more = new LinkedHashMap<>(contents);
        more.put(type, content);
        return new Bundle(more);
    }

    /** The MIME types, richest first. */
    public List<String> types() {
        return List.copyOf(contents.keySet());
    }

    /** The plotly figure, if there is one. */
    public Optional<Object> plotly() {
        return Optional.ofNullable(contents.get(PLOTLY));
    }

    /** The HTML, if there is one. */
    public Optional<String> html() {
        return Optional.ofNullable((String) contents.get(HTML));
    }

    /** The PNG as base64 text, if there is one. */
    public Optional<String> png() {
        return Optional.ofNullable((String) contents.get(PNG));
    }

    /** The text. */
    public String text() {
        return (String) contents.get(TEXT);
    }

    /** The text, so that a viewer that knows nothing of bundles still shows something. */
    @Override
    public String toString() {
        return text();
    }

    /** A deep, unmodifiable copy of JSON without numbers that JSON does not have. */
    static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((key, member) -> copy.put((String) key, plain(member)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<Object>(list.size());
            list.forEach(member -> copy.add(plain(member)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue()) ? value : null;
        }
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException("JSON is made of Map, List, Number, Boolean, String and null, but here is a "
                + value.getClass().getName() + ". Convert it first.");
    }
}

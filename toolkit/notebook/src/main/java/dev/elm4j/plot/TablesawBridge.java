package dev.elm4j.plot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.plotly.traces.Trace;

/**
 * The way from and to Tablesaw's figures.
 *
 * <p>Tablesaw 0.44 writes JavaScript for plotly.js 1: titles as texts, which plotly.js 3 ignores, numbers in quotes,
 * bare {@code NaN}, and {@code var trace0} for every heatmap. Here the object literals are read and brought into today's
 * form.
 */
final class TablesawBridge {

    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();
    private static final ObjectMapper STRICT = new ObjectMapper();
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Set<String> COORDINATES = Set.of("x", "y", "z", "values", "size", "range");
    private static final Set<String> TEXTS = Set.of("text", "name", "labels");

    private static final Set<String> FOLDED = Set.of("prompt", "answer");

    private TablesawBridge() {}

    static Figure from(tech.tablesaw.plotly.components.Figure figure) {
        if (figure instanceof Spoken spoken) {
            return spoken.origin;
        }
        var data = new ArrayList<Object>();
        for (Trace trace : figure.getTraces()) {
            data.add(repaired("", literal(trace.asJavascript(0))));
        }
        Map<String, Object> layout = figure.getLayout() == null
                ? Map.of()
                : repairedMap((Map<?, ?>) literal(figure.getLayout().asJavascript()));
        var spec = Spec.of("data", data, "layout", layout, "config", Spec.config());
        var drawing = TablesawDrawing.of(spec);
        spec.put("layout", TablesawLook.of(layout, drawing));
        return new Figure(spec, drawing, summary(spec));
    }

    static tech.tablesaw.plotly.components.Figure to(Figure figure) {
        return new Spoken(figure);
    }

    /**
     * A table of Tablesaw, in our own look and with its texts escaped. Prompts and answers beside a solution unfold below
     * it, since they are long.
     */
    static Bundle table(Table table) {
        Predicate<Column<?>> folded = column -> table.containsColumn(Sheet.SOLUTION) && FOLDED.contains(column.name());
        List<Column<?>> wide = table.columns().stream().filter(folded.negate()).toList();
        List<Column<?>> unfolding = table.columns().stream().filter(folded).toList();
        List<Sheet.Column> columns = wide.stream()
                .map(column -> new Sheet.Column(
                        column.name(), column.name(), column instanceof tech.tablesaw.api.NumericColumn<?>))
                .toList();
        var rows = new ArrayList<Sheet.Row>();
        for (int i = 0; i < table.rowCount(); i++) {
            int row = i;
            rows.add(Sheet.Row.of(
                    wide.stream().map(column -> cell(column.get(row))).toList(),
                    unfolding.stream()
                            .map(column -> new Sheet.Detail(column.name(), cell(column.get(row))))
                            .toList()));
        }
        String caption = "%s: %s %s"
                .formatted(table.name(), Shown.count(table.rowCount()), table.rowCount() == 1 ? "row" : "rows");
        return new Sheet(caption, columns, rows).bundle();
    }

    private static String cell(Object value) {
        if (value instanceof Double number) {
            return Shown.number(number);
        }
        return value == null ? Shown.NONE : value.toString();
    }

    private static Object literal(String script) {
        try {
            return LENIENT.readValue(script.substring(script.indexOf('{'), script.lastIndexOf('}') + 1), Object.class);
        } catch (JsonProcessingException | StringIndexOutOfBoundsException broken) {
            throw new IllegalArgumentException(
                    "Tablesaw wrote a figure that is not an object literal, so it cannot be drawn here. "
                            + "Draw it with Curves or Heatmap, or report this figure.",
                    broken);
        }
    }

    private static Object repaired(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return repairedMap(map);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(member -> repaired(key, member))
                    .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        }
        if (!(value instanceof String text)) {
            return value;
        }
        if (TEXTS.contains(key)) {
            return unescaped(text);
        }
        if (COORDINATES.contains(key)) {
            return text.equals("null") || text.equals("NaN")
                    ? null
                    : NUMBER.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }

    private static Map<String, Object> repairedMap(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        var title = new LinkedHashMap<String, Object>();
        map.forEach((name, member) -> {
            String key = (String) name;
            if (key.equals("titlefont")) {
                title.put("font", repaired(key, member));
            } else if (key.equals("title") && member instanceof String text) {
                title.put("text", unescaped(text));
            } else {
                copy.put(key, repaired(key, member));
            }
        });
        if (!title.isEmpty()) {
            copy.put("title", title);
        }
        return copy;
    }

    /** Undoes the HTML escapes of Tablesaw's templates, which plotly would show as they are, then makes the text safe. */
    private static String unescaped(String text) {
        return Escape.plotly(text.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&"));
    }

    private static String summary(Map<String, Object> spec) {
        String title = TablesawDrawing.title(spec.get("layout"));
        int traces = ((List<?>) spec.get("data")).size();
        return "Figure%s, %d %s"
                .formatted(title.isEmpty() ? "" : " '" + title + "'", traces, traces == 1 ? "trace" : "traces");
    }

    /** A figure of Tablesaw that says what our figure says. */
    private static final class Spoken extends tech.tablesaw.plotly.components.Figure {

        private final Figure origin;

        Spoken(Figure origin) {
            super(new Trace[0]);
            this.origin = origin;
        }

        @Override
        public String asJavascript(String divName) {
            try {
                return """
                        <script>
                        (function () {
                          var spec = %s;
                          Plotly.newPlot(%s, spec.data, spec.layout, spec.config);
                        })();
                        </script>
                        """
                        .formatted(
                                Escape.script(STRICT.writeValueAsString(origin.spec())),
                                Escape.script(STRICT.writeValueAsString(divName)));
            } catch (JsonProcessingException broken) {
                throw new IllegalStateException("A figure that was checked to be JSON could not be written.", broken);
            }
        }
    }
}

package dev.elm4j.plot;

import dev.elm4j.search.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How coverage, QD score and best objective grow, for one search or for several side by side.
 *
 * <pre>{@code
 * Curves.of(search.record().history());
 * var both = new LinkedHashMap<String, List<Progress>>();
 * both.put("search", search.record().history());
 * both.put("independent sampling", sampling.record().history());
 * Curves.of(both, Curves.Along.TOKENS);      // compared at equal cost
 * }</pre>
 */
public final class Curves {

    /** What the horizontal axis counts. */
    public enum Along {
        /** Committed candidates. */
        CANDIDATES(Progress::candidates),
        /** Requests to models. */
        CALLS(progress -> progress.usage().calls()),
        /** Tokens that models read and wrote. */
        TOKENS(progress -> progress.usage().tokens());

        private final ToDoubleFunction<Progress> value;

        Along(ToDoubleFunction<Progress> value) {
            this.value = value;
        }

        private String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Curves() {}

    /** The curves of one run over its candidates. */
    public static Figure of(List<Progress> history) {
        return of(Map.of("", history), Along.CANDIDATES);
    }

    /**
     * The curves of several runs.
     *
     * @param histories the progress after each batch, by the label of the legend; a map with an order keeps it
     * @param along what the horizontal axis counts
     */
    public static Figure of(Map<String, List<Progress>> histories, Along along) {
        var panels = List.of(
                panel(
                        "coverage (%)",
                        histories,
                        along,
                        progress -> 100 * progress.statistics().coverage()),
                panel("QD score", histories, along, progress -> progress.statistics()
                        .qdScore()),
                panel("best", histories, along, progress -> progress.statistics()
                        .best()));
        var drawing = new CurveDrawing(title(histories), along.title(), panels);
        return CurveSpec.figure(drawing, summary(histories));
    }

    private static Panel panel(
            String title, Map<String, List<Progress>> histories, Along along, ToDoubleFunction<Progress> value) {
        var lines = new ArrayList<Panel.Line>();
        new LinkedHashMap<>(histories)
                .forEach((label, history) -> lines.add(new Panel.Line(
                        label,
                        Panel.colour(lines.size()),
                        history.stream()
                                .map(progress -> new Panel.Point(
                                        along.value.applyAsDouble(progress), value.applyAsDouble(progress)))
                                .toList())));
        return new Panel(title, lines);
    }

    private static String title(Map<String, List<Progress>> histories) {
        return histories.size() == 1 ? summary(histories) : "Progress of " + histories.size() + " runs";
    }

    private static String summary(Map<String, List<Progress>> histories) {
        var ends = new ArrayList<String>();
        histories.forEach((label, history) -> ends.add((label.isEmpty() ? "" : label + ": ") + end(history)));
        return ends.isEmpty() ? "Progress: no runs" : String.join("; ", ends);
    }

    private static String end(List<Progress> history) {
        if (history.isEmpty()) {
            return "no candidates yet";
        }
        Progress last = history.get(history.size() - 1);
        return "%s candidates, coverage %s, QD score %s, best %s"
                .formatted(
                        Shown.count(last.candidates()),
                        Shown.percent(last.statistics().coverage()),
                        Shown.number(last.statistics().qdScore()),
                        Shown.number(last.statistics().best()));
    }
}

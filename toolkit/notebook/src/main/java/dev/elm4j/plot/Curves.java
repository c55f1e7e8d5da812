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
 *
 * <p>They show the passive archive, which every run fills with the best of all it evaluated, so that runs of different
 * strategies compare. Where a run's own archive holds something else, as Deep-Grid's does, the title says so.
 */
public final class Curves {

    /** What the horizontal axis counts. */
    public enum Along {
        /** Committed candidates. */
        CANDIDATES(Progress::candidates),
        /** Requests to models. */
        CALLS(progress -> progress.usage().calls()),
        /** Tokens that models read and wrote. */
        TOKENS(progress -> progress.usage().tokens()),
        /** What models cost by their price tables, in US dollars. */
        USD(progress -> progress.usage().usd());

        private final ToDoubleFunction<Progress> value;

        Along(ToDoubleFunction<Progress> value) {
            this.value = value;
        }

        private String title() {
            return this == USD ? "US dollars" : name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String PASSIVE =
            "by the best ever found per cell, also where a run's own archive keeps others";

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
                        histories, along, progress -> 100 * progress.passive().coverage()),
                panel("QD score", histories, along, progress -> progress.passive()
                        .qdScore()),
                panel("best", histories, along, progress -> progress.passive().best()));
        String remark = isPassive(histories) ? PASSIVE : "";
        var drawing = new CurveDrawing(title(histories), along.title(), panels, remark);
        return CurveSpec.figure(drawing, summary(histories) + (remark.isEmpty() ? "" : " (" + remark + ")"));
    }

    /** Whether the archive of one of the runs is another than its passive one. */
    private static boolean isPassive(Map<String, List<Progress>> histories) {
        return histories.values().stream().flatMap(List::stream).anyMatch(progress -> !progress.passive()
                .equals(progress.statistics()));
    }

    private static Panel panel(
            String title, Map<String, List<Progress>> histories, Along along, ToDoubleFunction<Progress> value) {
        var lines = new ArrayList<Panel.Line>();
        new LinkedHashMap<>(histories)
                .forEach((label, history) -> lines.add(new Panel.Line(
                        label,
                        Panel.colour(lines.size()),
                        Panel.Stroke.FULL,
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
                        Shown.percent(last.passive().coverage()),
                        Shown.number(last.passive().qdScore()),
                        Shown.number(last.passive().best()));
    }
}

package dev.elm4j.plot;

import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Statistics;
import dev.elm4j.search.Reevaluated;
import dev.elm4j.search.Reevaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of evaluating elites again, as two tables: the map before and now, and each elite, those that looked better than
 * they are first.
 *
 * <pre>{@code
 * ReevaluationTable.of(search.corrected(3));
 * }</pre>
 */
public final class ReevaluationTable {

    private ReevaluationTable() {}

    /** Both tables, one below the other. */
    public static Bundle of(Reevaluation<?> found) {
        Bundle before = statistics(found).bundle();
        Bundle elites = elites(found).bundle();
        return Bundle.text(before.text() + "\n\n" + elites.text())
                .html(before.html().orElseThrow() + elites.html().orElseThrow());
    }

    private static Sheet statistics(Reevaluation<?> found) {
        return new Sheet(
                "%s %s evaluated again, %s %s each; %s found no place"
                        .formatted(
                                Shown.count(found.elites().size()),
                                found.elites().size() == 1 ? "elite" : "elites",
                                Shown.count(found.samples()),
                                found.samples() == 1 ? "sample" : "samples",
                                Shown.count(found.dropped())),
                List.of(
                        Sheet.text("map"),
                        Sheet.number("coverage"),
                        Sheet.number("QD score"),
                        Sheet.number("best"),
                        Sheet.number("mean")),
                List.of(
                        row("before", found.before()),
                        row("now", found.archive().statistics())));
    }

    private static Sheet.Row row(String word, Statistics statistics) {
        return Sheet.Row.of(
                word,
                Shown.percent(statistics.coverage()),
                Shown.number(statistics.qdScore()),
                Shown.number(statistics.best()),
                Shown.number(statistics.mean()));
    }

    private static Sheet elites(Reevaluation<?> found) {
        Map<Long, Elite<?>> kept = new HashMap<>();
        found.archive().elites().forEach(elite -> kept.put(elite.candidate(), elite));
        var elites = new ArrayList<>(found.elites());
        elites.sort(Comparator.comparingDouble(ReevaluationTable::over).reversed());
        return new Sheet(
                "The elites, the most over-estimated first; mean spread %s%s"
                        .formatted(
                                Shown.number(found.meanSpread()),
                                elites.size() > Sheet.MOST ? "; the first " + Sheet.MOST : ""),
                List.of(
                        Sheet.number("#"),
                        Sheet.number("before"),
                        Sheet.number("mean"),
                        Sheet.number("change"),
                        Sheet.number("spread"),
                        Sheet.number("samples"),
                        Sheet.number("failed"),
                        Sheet.text(Sheet.SOLUTION)),
                elites.subList(0, Math.min(Sheet.MOST, elites.size())).stream()
                        .map(elite -> row(elite, kept.get(elite.candidate())))
                        .toList());
    }

    /** How much too high the objective was; more than any number if no sample gave a score. */
    private static double over(Reevaluated elite) {
        return Double.isNaN(elite.mean()) ? Double.POSITIVE_INFINITY : elite.before() - elite.mean();
    }

    private static Sheet.Row row(Reevaluated elite, Elite<?> kept) {
        double change = elite.mean() - elite.before();
        return Sheet.Row.of(
                String.valueOf(elite.candidate()),
                Shown.number(elite.before()),
                Shown.number(elite.mean()),
                (change > 0 ? "+" : "") + Shown.number(change),
                Shown.number(elite.spread()),
                Shown.count(elite.samples()),
                Shown.count(elite.failed()),
                kept == null ? "found no place" : Shown.solution(kept.solution()));
    }
}

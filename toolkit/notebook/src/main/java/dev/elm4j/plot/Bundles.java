package dev.elm4j.plot;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.BatchResult;
import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Rebinning;
import dev.elm4j.archive.Statistics;
import dev.elm4j.comparison.ComparisonTable;
import dev.elm4j.comparison.Verdict;
import dev.elm4j.environment.Environment;
import dev.elm4j.environments.programs.AuditReport;
import dev.elm4j.environments.programs.ProgramEnvironment;
import dev.elm4j.sandbox.ProgramResult;
import dev.elm4j.sandbox.Sandbox;
import dev.elm4j.search.Candidate;
import dev.elm4j.search.Candidates;
import dev.elm4j.search.Commit;
import dev.elm4j.search.Commits;
import dev.elm4j.search.Estimate;
import dev.elm4j.search.Evaluations;
import dev.elm4j.search.InjectionReport;
import dev.elm4j.search.OperatorCredits;
import dev.elm4j.search.Progress;
import dev.elm4j.search.Reevaluation;
import dev.elm4j.search.RunRecord;
import dev.elm4j.search.RunReport;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import dev.elm4j.search.Setup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tech.tablesaw.api.Table;

/**
 * The one place that knows how each value of the toolkit is shown.
 *
 * <pre>{@code
 * Bundles.of(search.archive());   // the heatmap
 * Bundles.of("text");             // empty: a notebook shows it as it is
 * }</pre>
 *
 * <p>Safe to use from several threads.
 */
public final class Bundles {

    private static final Map<Class<?>, Function<Object, Bundle>> RENDERERS = renderers();

    /** Below the live display of a search that was started. */
    private static final Sheet.Row GOES_ON =
            Sheet.Row.of("now", "running, and so far as follows; stop() ends it, await() waits for its end");

    private Bundles() {}

    private static Map<Class<?>, Function<Object, Bundle>> renderers() {
        var renderers = new LinkedHashMap<Class<?>, Function<Object, Bundle>>();
        put(renderers, Bundle.class, bundle -> bundle);
        put(renderers, Figure.class, Figure::bundle);
        put(renderers, LiveFrame.class, LiveFrame::bundle);
        put(renderers, Archive.class, archive -> Heatmap.of(archive).bundle());
        put(renderers, Elite.class, Cards::of);
        put(renderers, Statistics.class, Cards::of);
        put(renderers, BatchResult.class, BatchTable::of);
        put(renderers, Rebinning.class, moved -> Heatmap.of(moved).bundle());
        put(renderers, Candidate.class, BatchTable::of);
        put(renderers, Commit.class, BatchTable::of);
        put(renderers, Candidates.class, BatchTable::of);
        put(renderers, Evaluations.class, BatchTable::of);
        put(renderers, Commits.class, BatchTable::of);
        put(renderers, InjectionReport.class, BatchTable::of);
        put(renderers, Reevaluation.class, ReevaluationTable::of);
        put(renderers, Estimate.class, EstimateCard::of);
        put(renderers, OperatorCredits.class, CreditSheet::of);
        put(renderers, ComparisonTable.class, ComparisonSheet::of);
        put(renderers, Verdict.class, ComparisonSheet::of);
        put(renderers, RunReport.class, Cards::of);
        put(renderers, Progress.class, Cards::of);
        put(renderers, RunRecord.class, Bundles::record);
        put(renderers, Search.class, Bundles::search);
        put(
                renderers,
                Setup.class,
                setup -> Cards.card("Search '" + setup.name() + "', as it is set up", Cards.rows(setup)));
        programs(renderers); // before the environments, of which it knows one kind better
        put(renderers, Environment.class, Cards::of);
        put(renderers, tech.tablesaw.plotly.components.Figure.class, figure -> Figure.of(figure)
                .bundle());
        put(renderers, Table.class, TablesawBridge::table);
        return renderers;
    }

    /** The sandbox is a module that may be absent. */
    private static void programs(Map<Class<?>, Function<Object, Bundle>> renderers) {
        try {
            put(renderers, Sandbox.class, ProgramSheets::of);
            put(renderers, ProgramResult.class, ProgramSheets::of);
            put(renderers, AuditReport.class, ProgramSheets::of);
            put(renderers, ProgramEnvironment.class, ProgramSheets::of);
        } catch (NoClassDefFoundError absent) {
            return; // then nobody has such values
        }
    }

    private static <T> void put(
            Map<Class<?>, Function<Object, Bundle>> renderers, Class<T> type, Function<? super T, Bundle> renderer) {
        renderers.put(type, value -> renderer.apply(type.cast(value)));
    }

    /** The classes and interfaces whose values {@link #of} can show, for a kernel's registry. */
    public static List<Class<?>> types() {
        return List.copyOf(RENDERERS.keySet());
    }

    /** How this value is shown, or empty if the toolkit does not know it; null is not known. */
    public static Optional<Bundle> of(Object value) {
        return RENDERERS.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(value))
                .findFirst()
                .map(entry -> entry.getValue().apply(value));
    }

    /** A search as it was set up, and where its run stands if it has begun; looking never begins a run. */
    private static Bundle search(Search<?> search) {
        if (search.isView()) {
            return record(search.record());
        }
        List<Sheet.Row> rows = new ArrayList<>();
        if (search.isBegun()) {
            if (search.state() == RunState.RUNNING) {
                rows.add(GOES_ON);
            }
            rows.addAll(Cards.rows(search.progress()));
        } else {
            rows.add(Sheet.Row.of("now", "not begun: call ask(10) or run(100)"));
        }
        rows.addAll(Cards.rows(search.setup()));
        return Cards.card(
                "Search '" + (search.isBegun() ? search.name() : search.setup().name()) + "'", rows);
    }

    /** The map of a run, and its name. */
    private static Bundle record(RunRecord<?> record) {
        Bundle map = Heatmap.of(record.archive()).bundle();
        return map.with(Bundle.TEXT, "Run '%s': %s".formatted(Escape.line(record.name()), map.text()));
    }
}

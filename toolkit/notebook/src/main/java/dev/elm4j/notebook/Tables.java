package dev.elm4j.notebook;

import dev.elm4j.archive.Elite;
import dev.elm4j.comparison.ComparisonRow;
import dev.elm4j.comparison.ComparisonTable;
import dev.elm4j.comparison.Curve;
import dev.elm4j.comparison.CurvePoint;
import dev.elm4j.environment.Failure;
import dev.elm4j.kernel.Notebook;
import dev.elm4j.operator.Proposal;
import dev.elm4j.plot.HistoryTable;
import dev.elm4j.search.Commit;
import dev.elm4j.search.Injection;
import dev.elm4j.search.Progress;
import dev.elm4j.search.RunRecord;
import dev.elm4j.search.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a search knows, as tables of Tablesaw: to filter, sort, join, plot and export.
 *
 * <pre>{@code
 * Tables.history(search);                                            // one row per batch
 * Tables.elites(search).sortDescendingOn("objective").first(5);
 * Tables.commits(search).countBy("result");                          // what became of the candidates
 * Tables.comparison(compared).rowCount();                            // 6: two arms by three metrics
 * }</pre>
 */
public final class Tables {

    static {
        Notebook.attach();
    }

    private Tables() {}

    /**
     * Coverage, QD score, best and costs after each batch; and where a person brought a candidate, {@code author} and
     * {@code why}.
     */
    public static Table history(Search<?> search) {
        var record = search.record();
        List<Optional<Injection>> injections = injections(record);
        Table table = HistoryTable.of(record.name(), record.history());
        return injections.stream().allMatch(Optional::isEmpty)
                ? table
                : table.addColumns(
                        texts("author", injections, by -> by.map(Injection::author)
                                .orElse("")),
                        texts("why", injections, by -> by.map(Injection::why).orElse("")));
    }

    /** Per batch who brought it; asked of batches of one candidate only, since commits may lie on disk. */
    private static List<Optional<Injection>> injections(RunRecord<?> record) {
        var injections = new ArrayList<Optional<Injection>>();
        long before = 0;
        for (Progress progress : record.history()) {
            boolean single = progress.candidates() == before + 1
                    && before < record.commits().size();
            injections.add(
                    single
                            ? record.commits()
                                    .get(Math.toIntExact(before))
                                    .candidate()
                                    .injection()
                            : Optional.empty());
            before = progress.candidates();
        }
        return injections;
    }

    /** The elites in the order in which their cells were first filled: candidate, cell, objective, measures, solution. */
    public static Table elites(Search<?> search) {
        var archive = search.archive();
        List<? extends Elite<?>> elites = archive.elites();
        Table table = Table.create(
                search.name() + ": elites",
                longs("candidate", elites, Elite::candidate),
                longs("cell", elites, elite -> (long) elite.cell()),
                doubles("objective", elites, Elite::objective));
        var axes = archive.tessellation().axes();
        for (int axis = 0; axis < axes.size(); axis++) {
            int i = axis;
            table.addColumns(doubles(free(table, axes.get(i).name()), elites, elite -> elite.measures()
                    .at(i)));
        }
        return table.addColumns(texts(free(table, "solution"), elites, elite -> text(elite.solution())));
    }

    /**
     * All candidates in commit order: operator, parents, what became of them and the reason, solution, prompt, answer; of
     * those that a person brought author and why.
     */
    public static Table commits(Search<?> search) {
        var record = search.record();
        List<? extends Commit<?>> commits = record.commits();
        return Table.create(
                record.name() + ": candidates",
                longs("candidate", commits, commit -> commit.candidate().number()),
                longs("batch", commits, commit -> commit.candidate().batch()),
                texts("operator", commits, commit -> commit.candidate().operator()),
                texts("parents", commits, Tables::parents),
                texts("result", commits, Commit::word),
                doubles("objective", commits, Tables::objective),
                texts("reason", commits, Tables::reason),
                texts("solution", commits, Tables::solution),
                texts("prompt", commits, commit -> commit.candidate().proposal().prompt()),
                texts("answer", commits, commit -> commit.candidate().proposal().answer()),
                texts("author", commits, commit -> injected(commit, Injection::author)),
                texts("why", commits, commit -> injected(commit, Injection::why)));
    }

    /**
     * What each operator has tried, reached and cost: tries, failed, new cells, improved, share (of tries that became elites)
     * with its 95 % interval, qd gain, gain per try with its interval, calls, tokens, usd, tokens and usd per elite; a column
     * per kind of failure, {@code failed: copy} for instance.
     */
    public static Table credits(Search<?> search) {
        return CreditColumns.of(search.credits());
    }

    /**
     * The rows of a comparison: metric, arm, n (runs), median, low and high end of its 95 % interval, p and A12 against the first
     * arm. Numbers that are not there, such as the p of the first arm, are missing values.
     */
    public static Table comparison(ComparisonTable table) {
        List<ComparisonRow> rows = table.rows();
        return Table.create(
                table.name() + ": comparison",
                texts("metric", rows, ComparisonRow::metric),
                texts("arm", rows, ComparisonRow::arm),
                longs("n", rows, row -> (long) row.n()),
                doubles("median", rows, ComparisonRow::median),
                doubles("low", rows, ComparisonRow::low),
                doubles("high", rows, ComparisonRow::high),
                doubles("p", rows, ComparisonRow::p),
                doubles("A12", rows, ComparisonRow::a12));
    }

    /**
     * How the runs of a comparison came to where they are: arm, seed, cost in the comparison's unit, QD score, coverage (0 to
     * 1), best; at most {@value Curve#MOST} rows per run.
     */
    public static Table curves(ComparisonTable table) {
        record Row(Curve curve, CurvePoint point) {}
        List<Row> rows = table.curves().stream()
                .flatMap(curve -> curve.points().stream().map(point -> new Row(curve, point)))
                .toList();
        return Table.create(
                table.name() + ": curves",
                texts("arm", rows, row -> row.curve().arm()),
                longs("seed", rows, row -> row.curve().seed()),
                doubles(table.cost().unit(), rows, row -> row.point().cost()),
                doubles("qd score", rows, row -> row.point().qdScore()),
                doubles("coverage", rows, row -> row.point().coverage()),
                doubles("best", rows, row -> row.point().best()));
    }

    /** An axis may have the name of another column. */
    private static String free(Table table, String name) {
        String free = name;
        while (table.containsColumn(free)) {
            free += "'";
        }
        return free;
    }

    private static String parents(Commit<?> commit) {
        return commit.candidate().parents().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String injected(Commit<?> commit, Function<Injection, String> part) {
        return commit.candidate().injection().map(part).orElse("");
    }

    private static double objective(Commit<?> commit) {
        return commit.evaluation() instanceof dev.elm4j.environment.Score score ? score.objective() : Double.NaN;
    }

    private static String reason(Commit<?> commit) {
        return commit.evaluation() instanceof Failure failure ? failure.reason() : "";
    }

    private static String solution(Commit<?> commit) {
        return solved(commit.candidate().proposal()).map(Tables::text).orElse("");
    }

    static Optional<Object> solved(Proposal<?> proposal) {
        return proposal instanceof Proposal.Solved<?> solved ? Optional.of(solved.solution()) : Optional.empty();
    }

    /** A solution as a text; vectors by their numbers. */
    static String text(Object solution) {
        if (solution instanceof double[] vector) {
            return java.util.Arrays.toString(vector);
        }
        if (solution instanceof boolean[] bits) {
            return java.util.Arrays.toString(bits);
        }
        return String.valueOf(solution);
    }

    static <T> LongColumn longs(String name, List<? extends T> rows, Function<? super T, Long> value) {
        return LongColumn.create(name, rows.stream().mapToLong(value::apply));
    }

    static <T> DoubleColumn doubles(String name, List<? extends T> rows, ToDoubleFunction<? super T> value) {
        return DoubleColumn.create(name, rows.stream().mapToDouble(value));
    }

    static <T> StringColumn texts(String name, List<? extends T> rows, Function<? super T, String> value) {
        return StringColumn.create(name, rows.stream().map(value));
    }
}

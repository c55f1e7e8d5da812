package dev.elm4j.plot;

import dev.elm4j.search.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.ScatterTrace;

/**
 * The history of a run as a table of Tablesaw, one row per batch.
 *
 * <pre>{@code
 * Table history = HistoryTable.of("opinions", search.record().history());
 * history.where(history.doubleColumn("best").isGreaterThan(0.5)).first(1);   // when did it pass 0.5?
 * HistoryTable.lines(history, "tokens", "qd score");
 * }</pre>
 *
 * <p>Columns: candidates, failures, coverage (0 to 1), qd score, best, mean, calls, input tokens, output tokens, tokens; usd
 * where something had a price; and where the run's own archive holds others than the best of each cell, as Deep-Grid's does,
 * passive coverage, passive qd score and passive best, of an archive that holds the best.
 */
public final class HistoryTable {

    private HistoryTable() {}

    /** The table of this name; best and mean are missing values while the archive is empty. */
    public static Table of(String name, List<Progress> history) {
        var table = Table.create(
                name,
                longs("candidates", history, Progress::candidates),
                longs("failures", history, Progress::failures),
                doubles("coverage", history, progress -> progress.statistics().coverage()),
                doubles("qd score", history, progress -> progress.statistics().qdScore()),
                doubles("best", history, progress -> progress.statistics().best()),
                doubles("mean", history, progress -> progress.statistics().mean()),
                longs("calls", history, progress -> progress.usage().calls()),
                longs("input tokens", history, progress -> progress.usage().inputTokens()),
                longs("output tokens", history, progress -> progress.usage().outputTokens()),
                longs("tokens", history, progress -> progress.usage().tokens()));
        if (history.stream().anyMatch(progress -> progress.usage().nanoUsd() > 0)) {
            table.addColumns(
                    doubles("usd", history, progress -> progress.usage().usd()));
        }
        if (history.stream().anyMatch(progress -> !progress.passive().equals(progress.statistics()))) {
            table.addColumns(
                    doubles("passive coverage", history, progress -> progress.passive()
                            .coverage()),
                    doubles("passive qd score", history, progress -> progress.passive()
                            .qdScore()),
                    doubles("passive best", history, progress -> progress.passive()
                            .best()));
        }
        return table;
    }

    /**
     * Columns of such a table as lines over another column, drawn by Tablesaw.
     *
     * @param table any table with these columns of numbers
     * @param x column of the horizontal axis
     * @param columns at least one
     */
    public static Figure lines(Table table, String x, String... columns) {
        var traces = new ArrayList<ScatterTrace>();
        for (String column : columns) {
            traces.add(ScatterTrace.builder(table.numberColumn(x), table.numberColumn(column))
                    .mode(ScatterTrace.Mode.LINE)
                    .name(column)
                    .showLegend(columns.length > 1)
                    .build());
        }
        Layout layout = Layout.builder(table.name())
                .xAxis(Axis.builder().title(x).build())
                .yAxis(Axis.builder()
                        .title(columns.length == 1 ? columns[0] : "")
                        .build())
                .build();
        return Figure.of(new tech.tablesaw.plotly.components.Figure(layout, traces.toArray(ScatterTrace[]::new)));
    }

    private static LongColumn longs(String name, List<Progress> history, ToLongFunction<Progress> value) {
        return LongColumn.create(name, history.stream().mapToLong(value).toArray());
    }

    private static DoubleColumn doubles(String name, List<Progress> history, ToDoubleFunction<Progress> value) {
        return DoubleColumn.create(name, history.stream().mapToDouble(value).toArray());
    }
}

package dev.elm4j.plot;

import dev.elm4j.search.Progress;
import java.util.List;
import tech.tablesaw.api.Table;

/** The history of a run as a table of Tablesaw, one row per batch. */
public final class HistoryTable {

    private HistoryTable() {}

    /** The table. */
    public static Table of(String name, List<Progress> history) {
        return Table.create(name);
    }

    /** A line plot of one column of such a table over another, drawn by Tablesaw. */
    public static Figure lines(Table table, String x, String... columns) {
        throw new UnsupportedOperationException("lines");
    }
}

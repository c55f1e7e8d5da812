package dev.elm4j.plot;

import dev.elm4j.archive.Axis;
import java.util.List;

/**
 * A table, before it is HTML or text.
 *
 * @param caption one line above it
 * @param columns at least one
 * @param rows each with one cell per column; cells hold text as a model wrote it
 */
record Sheet(String caption, List<Column> columns, List<Row> rows) {

    /** Title of the column that matters most: it gets the most room, and details unfold in it. */
    static final String SOLUTION = "solution";

    /** Rows that are shown; of a longer table the last ones. */
    static final int MOST = 200;

    /**
     * A column.
     *
     * @param title above it
     * @param brief the title where room is scarce: in a text
     * @param number whether its cells are numbers, which stand to the right
     */
    record Column(String title, String brief, boolean number) {

        /** A copy with a shorter title for texts. */
        Column brief(String brief) {
            return new Column(title, brief, number);
        }
    }

    /**
     * A row.
     *
     * @param cells one per column
     * @param brief the cells where room is scarce: in a text
     * @param details to unfold below the solution, or else below the last text; only in HTML
     */
    record Row(List<String> cells, List<String> brief, List<Detail> details) {

        Row {
            cells = List.copyOf(cells);
            brief = List.copyOf(brief);
            details = List.copyOf(details);
        }

        static Row of(String... cells) {
            return of(List.of(cells), List.of());
        }

        static Row of(List<String> cells, List<Detail> details) {
            return new Row(cells, cells, details);
        }
    }

    /** A long text under a word. */
    record Detail(String word, String text) {}

    Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static Column text(String title) {
        return new Column(title, title, false);
    }

    static Column number(String title) {
        return new Column(title, title, true);
    }

    /** The column of measure {@code i}: of names where the axis has categories, of numbers otherwise. */
    static Column measure(List<Axis> axes, int i) {
        String title = Shown.measure(axes, i);
        return i < axes.size() && axes.get(i).isCategorical() ? text(title) : number(title);
    }

    /** Whether it is a card: a word and what it is, without titles. */
    boolean isCard() {
        return columns.size() == 2
                && columns.stream().allMatch(column -> column.title().isEmpty());
    }

    /** The rows to show. */
    List<Row> shown() {
        return rows.subList(Math.max(0, rows.size() - MOST), rows.size());
    }

    /** The caption, with what is left out. */
    String heading() {
        return rows.size() <= MOST ? caption : "%s; the last %d rows".formatted(caption, MOST);
    }

    /** The table as HTML and text. */
    Bundle bundle() {
        return Bundle.text(SheetText.of(this)).html(SheetHtml.of(this));
    }
}

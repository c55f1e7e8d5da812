package dev.elm4j.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tables as text of at most {@value #COLUMNS} columns. */
final class SheetText {

    static final int COLUMNS = 80;

    private static final int GAP = 2;
    private static final int NARROWEST = 5;
    private static final int TITLE = 9;

    private SheetText() {}

    static String of(Sheet sheet) {
        int[] widths = widths(sheet);
        var lines = new ArrayList<String>();
        lines.add(Width.cut(Escape.line(sheet.heading()), COLUMNS));
        if (!sheet.rows().isEmpty()) {
            lines.add(line(
                    sheet, sheet.columns().stream().map(Sheet.Column::title).toList(), widths));
            sheet.shown().forEach(row -> lines.add(line(sheet, row.cells(), widths)));
        }
        return String.join("\n", lines);
    }

    /** Natural widths, then the widest columns give way until all fit. */
    private static int[] widths(Sheet sheet) {
        int[] widths = IntStream.range(0, sheet.columns().size())
                .map(column -> Math.min(COLUMNS, natural(sheet, column)))
                .toArray();
        int room = COLUMNS - GAP * (widths.length - 1);
        while (IntStream.of(widths).sum() > room) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = weight(sheet, widths, i) > weight(sheet, widths, widest) ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break; // too many columns: the ends of the lines are cut
            }
            widths[widest]--;
        }
        return widths;
    }

    /** How readily a column gives way: solutions are what a reader looks for, so they keep three times the room. */
    private static double weight(Sheet sheet, int[] widths, int column) {
        return sheet.columns().get(column).title().equals(Sheet.SOLUTION) ? widths[column] / 3.0 : widths[column];
    }

    private static int natural(Sheet sheet, int column) {
        int title =
                Math.min(TITLE, Width.of(Escape.line(sheet.columns().get(column).title())));
        return sheet.shown().stream()
                .mapToInt(row -> Width.of(Escape.line(Escape.cut(row.cells().get(column), COLUMNS))))
                .reduce(title, Math::max);
    }

    private static String line(Sheet sheet, List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = Width.cut(Escape.line(Escape.cut(cells.get(i), COLUMNS)), widths[i]);
            String blanks = " ".repeat(Math.max(0, widths[i] - Width.of(cell)));
            cell = Width.isolated(cell);
            line.append(i == 0 ? "" : " ".repeat(GAP))
                    .append(sheet.columns().get(i).number() ? blanks + cell : cell + blanks);
        }
        return Width.cut(line.toString().stripTrailing(), COLUMNS);
    }
}

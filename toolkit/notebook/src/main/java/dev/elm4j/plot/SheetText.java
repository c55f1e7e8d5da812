package dev.elm4j.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tables as text of at most {@value #COLUMNS} columns. Titles and numbers are never cut: titles wrap between words, texts
 * give way, the solutions last, and columns for which there is no room are left out, which the heading says.
 */
final class SheetText {

    static final int COLUMNS = 80;

    private static final int NARROWEST = 6;
    private static final int SOLUTION = 20;

    /** Lines that one value of a card takes at most. */
    private static final int MOST_LINES = 12;

    private final Sheet sheet;
    /** Numbers of the columns that are shown. */
    private final List<Integer> shown;

    /** Per column, the room that it needs for all its cells and the longest word of its title. */
    private final int[] natural;

    private final int gap;

    private SheetText(Sheet sheet) {
        this.sheet = sheet;
        this.shown = new ArrayList<>(
                IntStream.range(0, sheet.columns().size()).boxed().toList());
        this.natural = shown.stream().mapToInt(this::measured).toArray();
        this.gap = IntStream.of(natural).sum() + 2 * (shown.size() - 1) <= COLUMNS ? 2 : 1;
        for (int last = shown.size() - 1; last > 0 && least() > room(); last--) {
            if (!isSolution(last)) {
                shown.remove(last);
            }
        }
    }

    static String of(Sheet sheet) {
        return sheet.isCard() ? card(sheet) : new SheetText(sheet).text();
    }

    /** Words to the left, and to their right what they are, over as many lines as it takes. */
    private static String card(Sheet sheet) {
        int indent = 2
                + sheet.shown().stream()
                        .mapToInt(row -> Width.of(Escape.line(row.cells().get(0))))
                        .max()
                        .orElse(0);
        var lines = new ArrayList<String>();
        lines.add(Width.cut(Escape.line(sheet.heading()), COLUMNS));
        for (Sheet.Row row : sheet.shown()) {
            String word = Escape.line(row.cells().get(0));
            String text = Escape.cut(row.cells().get(1), MOST_LINES * COLUMNS);
            for (String line : Width.lines(Escape.line(text), COLUMNS - indent)) {
                lines.add(word + " ".repeat(indent - Width.of(word)) + Width.isolated(line));
                word = "";
            }
        }
        return String.join("\n", lines);
    }

    private String text() {
        var lines = new ArrayList<String>();
        lines.add(Width.cut(Escape.line(heading()), COLUMNS));
        if (!sheet.rows().isEmpty()) {
            int[] widths = widths();
            lines.addAll(titles(widths));
            sheet.shown()
                    .forEach(row ->
                            lines.add(line(shown.stream().map(row.brief()::get).toList(), widths)));
        }
        return String.join("\n", lines);
    }

    private String heading() {
        String missing = IntStream.range(0, sheet.columns().size())
                .filter(column -> !shown.contains(column))
                .mapToObj(column -> sheet.columns().get(column).title())
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? sheet.heading() : sheet.heading() + "; not shown: " + missing;
    }

    /** Natural widths, then the widest columns give way until all fit. */
    private int[] widths() {
        int[] widths = shown.stream().mapToInt(column -> natural[column]).toArray();
        while (IntStream.of(widths).sum() > room()) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                boolean gives = widths[i] > least(shown.get(i));
                widest = gives && (widest < 0 || weight(widths, i) > weight(widths, widest)) ? i : widest;
            }
            if (widest < 0) {
                break; // a single column that is too wide: its lines are cut
            }
            widths[widest]--;
        }
        return widths;
    }

    private int room() {
        return COLUMNS - gap * (shown.size() - 1);
    }

    private int least() {
        return shown.stream().mapToInt(this::least).sum();
    }

    private boolean isSolution(int column) {
        return sheet.columns().get(column).title().equals(Sheet.SOLUTION);
    }

    /** How readily a column gives way: solutions are what a reader looks for, so they keep three times the room. */
    private double weight(int[] widths, int place) {
        return isSolution(shown.get(place)) ? widths[place] / 3.0 : widths[place];
    }

    private int measured(int column) {
        return sheet.shown().stream()
                .mapToInt(row -> Width.of(cell(row.brief().get(column))))
                .reduce(title(column), Math::max);
    }

    /** The room that it cannot do without. */
    private int least(int column) {
        int enough = isSolution(column) ? SOLUTION : NARROWEST;
        return sheet.columns().get(column).number()
                ? natural[column]
                : Math.min(natural[column], Math.max(title(column), enough));
    }

    private int title(int column) {
        return words(column).stream().mapToInt(Width::of).max().orElse(0);
    }

    private List<String> words(int column) {
        return List.of(Width.cut(Escape.line(sheet.columns().get(column).brief()), SOLUTION)
                .split(" "));
    }

    /** The titles, wrapped between words, standing on the table. */
    private List<String> titles(int[] widths) {
        var columns = new ArrayList<List<String>>();
        for (int i = 0; i < widths.length; i++) {
            columns.add(Width.lines(String.join(" ", words(shown.get(i))), widths[i]));
        }
        int height = columns.stream().mapToInt(List::size).max().orElse(1);
        return IntStream.range(0, height)
                .mapToObj(row -> columns.stream()
                        .map(title -> row < height - title.size() ? "" : title.get(row - height + title.size()))
                        .toList())
                .map(cells -> line(cells, widths))
                .toList();
    }

    private static String cell(String text) {
        return Escape.line(Escape.cut(text, COLUMNS));
    }

    private String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = Width.cut(cell(cells.get(i)), widths[i]);
            String blanks = " ".repeat(Math.max(0, widths[i] - Width.of(cell)));
            cell = Width.isolated(cell);
            line.append(i == 0 ? "" : " ".repeat(gap))
                    .append(sheet.columns().get(shown.get(i)).number() ? blanks + cell : cell + blanks);
        }
        return Width.cut(line.toString().stripTrailing(), COLUMNS);
    }
}

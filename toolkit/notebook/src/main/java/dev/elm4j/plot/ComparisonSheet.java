package dev.elm4j.plot;

import dev.elm4j.comparison.ComparisonRow;
import dev.elm4j.comparison.ComparisonTable;
import dev.elm4j.comparison.Cost;
import dev.elm4j.comparison.Verdict;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A comparison as a table with its notes, and below it the curves.
 *
 * <pre>{@code
 * ComparisonSheet.of(compared);
 * }</pre>
 */
public final class ComparisonSheet {

    private ComparisonSheet() {}

    /** The table, its notes and its curves; the text is the table's own. */
    public static Bundle of(ComparisonTable table) {
        return Bundle.text(Escape.visible(table.toString())).html(html(table));
    }

    /** The answer in plain words, and below it what it rests on. */
    public static Bundle of(Verdict verdict) {
        return Bundle.text(Escape.visible(verdict.toString()))
                .html(paragraph(verdict.sentence()) + html(verdict.table()));
    }

    private static String html(ComparisonTable table) {
        var rows = table.rows().stream().map(ComparisonSheet::row).toList();
        String sheet = SheetHtml.of(new Sheet(
                heading(table),
                List.of(
                        Sheet.text("metric"),
                        Sheet.text("arm"),
                        Sheet.number("runs"),
                        Sheet.number("median"),
                        Sheet.number("95 % interval"),
                        Sheet.number("p"),
                        Sheet.number("A12")),
                rows));
        String notes = table.notes().stream().map(ComparisonSheet::paragraph).collect(Collectors.joining());
        return sheet
                + paragraph("p and A12 are against the first arm, '%s'; p is of a Mann-Whitney U test, A12 the share "
                                .formatted(
                                        table.arms().isEmpty()
                                                ? ""
                                                : table.arms().get(0))
                        + "of pairs of runs in which the arm is the better one.")
                + notes
                + image(table);
    }

    /** One line: what was compared at what cost. */
    static String heading(ComparisonTable table) {
        String budget = table.cost() == Cost.USD
                ? String.format(Locale.ROOT, "%,.4f", table.budget())
                : Shown.count((long) table.budget());
        return "Comparison '%s', %s %s per run"
                .formatted(table.name(), budget, table.cost().unit());
    }

    private static Sheet.Row row(ComparisonRow row) {
        return Sheet.Row.of(
                row.metric(),
                row.arm(),
                Shown.count(row.n()),
                Shown.number(row.median()),
                row.n() == 0 ? "" : Shown.number(row.low()) + " to " + Shown.number(row.high()),
                Double.isNaN(row.p()) ? "" : row.p() < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", row.p()),
                Double.isNaN(row.a12()) ? "" : String.format(Locale.ROOT, "%.2f", row.a12()));
    }

    private static String paragraph(String sentence) {
        return "<p style=\"margin:4px 0;max-width:680px\">" + Escape.isolated(sentence) + "</p>";
    }

    private static String image(ComparisonTable table) {
        Figure curves = ComparisonCurves.of(table);
        return curves.png()
                .map(png -> "<div><img alt=\"%s\" src=\"data:image/png;base64,%s\"></div>"
                        .formatted(
                                Escape.html(curves.summary()),
                                Base64.getEncoder().encodeToString(png)))
                .orElse("");
    }
}

package dev.elm4j.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison as a text of 80 columns. */
final class TableText {

    private static final int WIDTH = 80;
    private static final String LINE = "%-26.26s %3s %11s  %-23s %6s %5s";

    private TableText() {}

    static String of(ComparisonTable table) {
        var lines = new ArrayList<String>();
        lines.addAll(wrapped("%s, %s per run: medians with 95 %% intervals, against '%s'"
                .formatted(
                        table.name(),
                        table.cost().text(table.budget()),
                        table.arms().get(0))));
        for (String metric : table.metrics()) {
            lines.add("");
            lines.add(line(metric, "n", "median", "interval", "p", "A12"));
            table.rows().stream().filter(row -> row.metric().equals(metric)).forEach(row -> lines.add(line(row)));
        }
        if (!table.notes().isEmpty()) {
            lines.add("");
            table.notes().forEach(note -> lines.addAll(wrapped(note)));
        }
        return String.join("\n", lines);
    }

    private static String line(ComparisonRow row) {
        String interval = row.n() == 0 ? "" : "%s to %s".formatted(number(row.low()), number(row.high()));
        return line(row.arm(), row.n(), number(row.median()), interval, p(row.p()), a12(row.a12()));
    }

    private static String line(Object... columns) {
        String name = String.valueOf(columns[0]);
        columns[0] = name.length() <= 26 ? name : name.substring(0, 25) + "…";
        return LINE.formatted(columns).stripTrailing();
    }

    /** Four digits, and all of those before the point. */
    static String number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "none";
        }
        double size = Math.abs(number);
        String form = size >= 1e9 || size < 1e-3 && size > 0
                ? "%.2e"
                : size >= 1000 ? "%,.0f" : size >= 100 ? "%.1f" : size >= 10 ? "%.2f" : size >= 1 ? "%.3f" : "%.4f";
        return String.format(Locale.ROOT, form, number);
    }

    static String p(double p) {
        return Double.isNaN(p) ? "" : p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    private static String a12(double a12) {
        return Double.isNaN(a12) ? "" : String.format(Locale.ROOT, "%.2f", a12);
    }

    static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.replaceAll("\\p{Cntrl}", " ").split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}

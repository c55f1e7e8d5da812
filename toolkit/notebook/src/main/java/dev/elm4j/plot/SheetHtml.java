package dev.elm4j.plot;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables as HTML. Styles are inline, since a sanitiser drops style sheets, and have no colours but greys that show on
 * white and on black, so that the theme's own text colour stays.
 */
final class SheetHtml {

    private static final int CELL = 400;
    private static final int DETAIL = 4_000;
    private static final String RULE = "#8a8a8a";

    private SheetHtml() {}

    static String of(Sheet sheet) {
        var html = new StringBuilder("<div style=\"max-width:100%;overflow-x:auto\"><p style=\"margin:4px 0\"><b>")
                .append(Escape.html(Escape.line(sheet.heading())))
                .append("</b></p>");
        if (!sheet.rows().isEmpty()) {
            html.append("<table style=\"border-collapse:collapse;font-size:13px;margin:0\">")
                    .append(sheet.isCard() ? "" : head(sheet.columns()))
                    .append("<tbody>");
            sheet.shown().forEach(row -> html.append(row(sheet.columns(), row)));
            html.append("</tbody></table>");
        }
        return html.append("</div>").toString();
    }

    private static String head(List<Sheet.Column> columns) {
        return columns.stream().map(SheetHtml::head).collect(Collectors.joining("", "<thead><tr>", "</tr></thead>"));
    }

    private static String head(Sheet.Column column) {
        return "<th style=\"%s;font-weight:bold;border-bottom:2px solid %s\">%s</th>"
                .formatted(place(column), RULE, Escape.html(Escape.line(column.title())));
    }

    private static String row(List<Sheet.Column> columns, Sheet.Row row) {
        var html = new StringBuilder("<tr>");
        int unfolding = unfolding(columns);
        for (int i = 0; i < columns.size(); i++) {
            html.append("<td style=\"%s;border-bottom:1px solid %s\">".formatted(place(columns.get(i)), RULE))
                    .append(Escape.isolated(Escape.cut(row.cells().get(i), CELL)))
                    .append(i == unfolding ? details(row.details()) : "")
                    .append("</td>");
        }
        return html.append("</tr>").toString();
    }

    /** The column below whose cells the details unfold: the solutions, or else the last text. */
    private static int unfolding(List<Sheet.Column> columns) {
        int last = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).title().equals(Sheet.SOLUTION)) {
                return i;
            }
            last = columns.get(i).number() ? last : i;
        }
        return last;
    }

    private static String place(Sheet.Column column) {
        return column.number()
                ? "text-align:right;vertical-align:top;padding:3px 10px;white-space:nowrap"
                : "text-align:left;vertical-align:top;padding:3px 10px;max-width:480px"
                        + (column.title().equals(Sheet.SOLUTION) ? ";min-width:180px" : "");
    }

    private static String details(List<Sheet.Detail> details) {
        List<Sheet.Detail> filled =
                details.stream().filter(detail -> !detail.text().isEmpty()).toList();
        if (filled.isEmpty()) {
            return "";
        }
        String words = filled.stream().map(Sheet.Detail::word).collect(Collectors.joining(", "));
        return filled.stream()
                .map(SheetHtml::detail)
                .collect(Collectors.joining(
                        "",
                        "<details><summary style=\"opacity:0.7;cursor:pointer;white-space:nowrap\">"
                                + Escape.html(words) + "</summary>",
                        "</details>"));
    }

    private static String detail(Sheet.Detail detail) {
        return "<div style=\"margin-top:4px\"><i>%s</i></div><pre style=\"white-space:pre-wrap;text-align:left;margin:2px 0\"><bdi>%s</bdi></pre>"
                .formatted(Escape.html(detail.word()), Escape.html(Escape.cut(detail.text(), DETAIL)));
    }
}

package dev.elm4j.plot;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;
import java.util.List;

/** A map as an HTML table of coloured cells, for grids of up to {@value #MOST} by {@value #MOST} cells. */
final class LiveMap {

    static final int MOST = 20;

    private static final int SHADES = 12;
    private static final int WIDTH = 440;
    private static final int HEIGHT = 300;
    private static final String NAKED = "padding:0;background-color:transparent;border:0;font-size:11px;";

    private LiveMap() {}

    static boolean fits(MapGrid grid) {
        return grid.columns() <= MOST && grid.rows() <= MOST;
    }

    /**
     * The table, with the name of the vertical axis above and that of the horizontal axis and the colours below.
     *
     * @param cut how many characters of a solution a cell's hover text holds
     */
    static String of(MapGrid grid, int cut) {
        int width = Math.min(44, WIDTH / grid.columns());
        int height = Math.min(30, HEIGHT / grid.rows());
        var html = new StringBuilder("<div style=\"margin-top:8px\">")
                .append(grid.y()
                        .map(axis -> Escape.html(axis.label()) + " \u2191")
                        .orElse(""))
                .append("</div><table style=\"border-collapse:separate;border-spacing:1px;margin:2px 0 0 0\"><tbody>");
        for (int row = grid.rows() - 1; row >= 0; row--) {
            html.append("<tr style=\"background-color:transparent\">").append(side(grid, row));
            for (int column = 0; column < grid.columns(); column++) {
                html.append(cell(grid, column, row, cut, width, height));
            }
            html.append("</tr>");
        }
        return html.append(bottom(grid))
                .append("</tbody></table>")
                .append(scale(grid))
                .toString();
    }

    private static String cell(MapGrid grid, int column, int row, int cut, int width, int height) {
        return grid.elite(column, row)
                .map(elite ->
                        "<td title=\"%s\" style=\"padding:0;width:%dpx;height:%dpx;min-width:%dpx;background-color:%s\"></td>"
                                .formatted(title(elite, grid.axes(), cut), width, height, width, grid.colour(elite)))
                .orElse(
                        "<td style=\"padding:0;width:%dpx;height:%dpx;min-width:%dpx;background-color:rgba(128,128,128,0.18)\"></td>"
                                .formatted(width, height, width));
    }

    private static String title(Elite<?> elite, List<Axis> axes, int cut) {
        String facts = String.join("\n", Shown.facts(elite, axes));
        String text = cut == 0 ? facts : Escape.cut(Shown.solution(elite.solution()), cut) + "\n" + facts;
        return Width.isolated(Escape.html(text)).replace("\n", "&#10;");
    }

    /** The lower edge of every few rows, left of them. */
    private static String side(MapGrid grid, int row) {
        return grid.y()
                .map(axis -> "<td style=\"%spadding-right:6px;text-align:right;vertical-align:bottom\">%s</td>"
                        .formatted(NAKED, row % every(grid.rows()) == 0 ? Shown.number(axis.edge(row)) : ""))
                .orElse("");
    }

    /** The lower edge of every few columns, below them. */
    private static String bottom(MapGrid grid) {
        var html = new StringBuilder("<tr style=\"background-color:transparent\">");
        if (grid.y().isPresent()) {
            html.append("<td style=\"" + NAKED + "\"></td>");
        }
        int every = every(grid.columns());
        for (int column = 0; column < grid.columns(); column += every) {
            html.append("<td colspan=\"%d\" style=\"%stext-align:left\">%s</td>"
                    .formatted(
                            Math.min(every, grid.columns() - column),
                            NAKED,
                            Shown.number(grid.x().edge(column))));
        }
        return html.append("</tr>").toString();
    }

    private static int every(int bins) {
        return Math.max(1, (bins + 4) / 5);
    }

    /** The name of the horizontal axis, what the colours mean, and what is left out. */
    private static String scale(MapGrid grid) {
        var html =
                new StringBuilder("<div>").append(Escape.html(grid.x().label())).append(" \u2192");
        html.append(
                " &nbsp; &nbsp; <span style=\"opacity:0.75\">objective %s</span> ".formatted(Shown.number(grid.min())));
        for (int i = 0; i < SHADES; i++) {
            html.append("<span style=\"display:inline-block;width:9px;height:11px;background-color:%s\"></span>"
                    .formatted(Viridis.colour(i / (SHADES - 1.0))));
        }
        html.append(" <span style=\"opacity:0.75\">%s</span></div>".formatted(Shown.number(grid.max())));
        return grid.remark().isEmpty()
                ? html.toString()
                : html.append("<div style=\"opacity:0.75\">")
                        .append(Escape.html(grid.remark()))
                        .append("</div>")
                        .toString();
    }
}

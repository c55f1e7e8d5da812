package dev.elm4j.plot;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;

/** A map as an HTML table of coloured cells, for grids of up to {@value #MOST} by {@value #MOST} cells. */
final class LiveMap {

    static final int MOST = 20;

    /** Cells that are no rectangles: with more of them squares would lose too many, and the map is an image. */
    static final int CELLS = 100;

    private static final int LEAST = 4;
    private static final int NAME = 12;
    /** Categories that all stand below their columns; of more of them every few. */
    private static final int NAMES = 6;

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
        var html = new StringBuilder("<div style=\"margin-top:8px\">")
                .append(grid.y()
                        .map(axis -> Escape.html(axis.label()) + " \u2191")
                        .orElse(""))
                .append("</div><table style=\"border-collapse:separate;border-spacing:1px;margin:2px 0 0 0\"><tbody>");
        for (int row = grid.rows() - 1; row >= 0; row--) {
            html.append("<tr style=\"background-color:transparent\">").append(side(grid, row));
            for (int column = 0; column < grid.columns(); column++) {
                html.append(cell(grid, column, row, cut));
            }
            html.append("</tr>");
        }
        return html.append(bottom(grid))
                .append("</tbody></table>")
                .append(scale(grid))
                .toString();
    }

    private static String cell(MapGrid grid, int column, int row, int cut) {
        int width = width(grid, column);
        int height = height(grid, row);
        return grid.elite(column, row)
                .map(elite ->
                        "<td title=\"%s\" style=\"padding:0;width:%dpx;height:%dpx;min-width:%dpx;background-color:%s\"></td>"
                                .formatted(title(elite, grid, cut), width, height, width, grid.colour(elite)))
                .orElse(
                        "<td style=\"padding:0;width:%dpx;height:%dpx;min-width:%dpx;background-color:rgba(128,128,128,0.18)\"></td>"
                                .formatted(width, height, width));
    }

    /** Pixels, by the width of the bin, so that unequal bins are to scale. */
    private static int width(MapGrid grid, int column) {
        double share = (grid.left(column + 1) - grid.left(column)) / (grid.left(grid.columns()) - grid.left(0));
        return Math.max(LEAST, (int) (Math.min(44.0 * grid.columns(), WIDTH) * share));
    }

    private static int height(MapGrid grid, int row) {
        double share = (grid.bottom(row + 1) - grid.bottom(row)) / (grid.bottom(grid.rows()) - grid.bottom(0));
        return Math.max(LEAST, (int) (Math.min(30.0 * grid.rows(), HEIGHT) * share));
    }

    private static String title(Elite<?> elite, MapGrid grid, int cut) {
        int members = grid.members(elite);
        String facts = String.join("\n", Shown.facts(elite, grid.axes()))
                + (members == 1 ? "" : "\nbest of " + Shown.count(members) + " solutions in this cell");
        String text = cut == 0 ? facts : Escape.cut(Shown.solution(elite.solution()), cut) + "\n" + facts;
        return Width.isolated(Escape.html(text)).replace("\n", "&#10;");
    }

    /** What stands at a column or row: the name of its category, or else where it begins. */
    private static String label(Axis axis, int bin, double edge) {
        return axis.isCategorical()
                ? Escape.html(Width.cut(Escape.line(axis.categories().get(bin)), NAME))
                : Shown.number(edge);
    }

    /** The lower edge, or the name, of every few rows, left of them. */
    private static String side(MapGrid grid, int row) {
        return grid.y()
                .map(axis -> "<td style=\"%spadding-right:6px;text-align:right;vertical-align:%s\">%s</td>"
                        .formatted(
                                NAKED,
                                axis.isCategorical() ? "middle" : "bottom",
                                named(axis, row, grid.rows()) ? label(axis, row, grid.bottom(row)) : ""))
                .orElse("");
    }

    private static boolean named(Axis axis, int bin, int bins) {
        return axis.isCategorical() || bin % every(bins) == 0;
    }

    /** The lower edge, or the name, of every few columns, below them. */
    private static String bottom(MapGrid grid) {
        var html = new StringBuilder("<tr style=\"background-color:transparent\">");
        if (grid.y().isPresent()) {
            html.append("<td style=\"" + NAKED + "\"></td>");
        }
        int every = grid.x().isCategorical() && grid.columns() <= NAMES ? 1 : every(grid.columns());
        for (int column = 0; column < grid.columns(); column += every) {
            html.append("<td colspan=\"%d\" style=\"%stext-align:%s\">%s</td>"
                    .formatted(
                            Math.min(every, grid.columns() - column),
                            NAKED,
                            every == 1 && grid.x().isCategorical() ? "center" : "left",
                            label(grid.x(), column, grid.left(column))));
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

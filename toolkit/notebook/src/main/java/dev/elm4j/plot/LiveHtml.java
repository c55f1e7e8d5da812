package dev.elm4j.plot;

import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Statistics;
import dev.elm4j.environment.Usage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A live frame as HTML that needs nothing but a browser: no script, no drawing of lines, inline styles; what a sanitiser
 * leaves of it is all of it.
 */
final class LiveHtml {

    /** How much of a solution a cell's hover text holds: the most that keeps the frame under its limit. */
    private static final List<Integer> CUTS = List.of(200, 100, 50, 20, 0);

    private static final int ELITE = 300;

    private LiveHtml() {}

    static String of(LiveFrame frame) {
        MapGrid whole = MapGrid.of(frame.archive());
        boolean squares = whole.isRaster() && whole.size() <= LiveMap.CELLS;
        MapGrid grid = squares ? whole.coarse(LiveMap.MOST) : whole;
        String html = "";
        for (int cut : CUTS) {
            html = page(frame, LiveMap.fits(grid) ? LiveMap.of(grid, cut) : image(grid));
            if (html.getBytes(StandardCharsets.UTF_8).length <= LiveFrame.LIMIT) {
                break;
            }
        }
        return html;
    }

    private static String page(LiveFrame frame, String map) {
        return "<div style=\"font-size:13px;line-height:1.5;max-width:680px\">" + heading(frame) + bar(frame)
                + figures(frame) + note(frame) + map + newest(frame) + "</div>";
    }

    private static String heading(LiveFrame frame) {
        return "<div><b style=\"font-size:15px\">%s</b> &nbsp;<span style=\"opacity:0.75\">%s</span></div>"
                .formatted(Escape.isolated(Escape.cut(Escape.line(frame.name()), 80)), Cards.word(frame.state()));
    }

    /** Without an end there is no share of the way to show. */
    private static String bar(LiveFrame frame) {
        if (frame.pace().isEndless()) {
            return "<div>" + LiveText.goal(frame) + "</div>";
        }
        long goal = Math.max(1, frame.pace().goal());
        long done = Math.min(goal, frame.progress().candidates());
        return "<div><progress style=\"width:420px;height:14px;vertical-align:middle\" value=\"%d\" max=\"%d\">%d %%</progress> &nbsp;%s</div>"
                .formatted(done, goal, 100 * done / goal, LiveText.goal(frame));
    }

    private static String figures(LiveFrame frame) {
        Statistics statistics = frame.progress().statistics();
        return "<table style=\"border-collapse:collapse;margin:6px 0 2px 0;font-size:13px\"><tbody><tr>"
                + figure("coverage", Shown.percent(statistics.coverage()))
                + figure("QD score", Shown.number(statistics.qdScore()))
                + figure("best", Shown.number(statistics.best()))
                + figure("failed", Shown.count(frame.progress().failures()))
                + figure("model calls", Shown.count(frame.progress().usage().calls()))
                + cost(frame.progress().usage())
                + "</tr></tbody></table><div style=\"opacity:0.75\">" + LiveText.speed(frame) + "</div>";
    }

    /** Tokens and price, where there are some. */
    private static String cost(Usage usage) {
        return (usage.tokens() == 0 ? "" : figure("tokens", Shown.count(usage.tokens())))
                + (usage.nanoUsd() == 0 ? "" : figure("US dollars", Shown.amount(usage.usd())));
    }

    private static String figure(String word, String value) {
        return ("<td style=\"padding:0 26px 0 0;text-align:left;background-color:transparent\">"
                        + "<span style=\"font-size:18px\">%s</span><br><span style=\"opacity:0.75\">%s</span></td>")
                .formatted(value, word);
    }

    private static String note(LiveFrame frame) {
        return frame.note().isEmpty()
                ? ""
                : "<div style=\"margin-top:4px\">" + Escape.isolated(Escape.cut(frame.note(), 1_000)) + "</div>";
    }

    /** A map too fine for a table. */
    private static String image(MapGrid grid) {
        var drawing = new HeatDrawing(grid, "", grid.remark());
        return Page.current()
                .painter()
                .png(drawing, 1)
                .map(png ->
                        "<div><img alt=\"the map\" width=\"%d\" height=\"%d\" src=\"data:image/png;base64,%s\"></div>"
                                .formatted(
                                        drawing.width(),
                                        drawing.height(),
                                        Base64.getEncoder().encodeToString(png)))
                .orElse(
                        "<p>This map has too many cells to be shown without an image, and this machine cannot draw one.</p>");
    }

    private static String newest(LiveFrame frame) {
        List<Elite<?>> newest = LiveText.newest(frame);
        if (newest.isEmpty()) {
            return "";
        }
        var html = new StringBuilder("<div style=\"margin-top:8px\"><b>newest elites</b></div>");
        for (Elite<?> elite : newest) {
            html.append("<div style=\"margin:2px 0\"><span style=\"opacity:0.75\">%s &nbsp;%s</span> &nbsp;%s</div>"
                    .formatted(
                            elite.candidate() == Elite.BY_HAND ? "by hand" : "#" + elite.candidate(),
                            Shown.number(elite.objective()),
                            Escape.isolated(Escape.cut(Shown.solution(elite.solution()), ELITE))));
        }
        return html.toString();
    }
}

package dev.elm4j.plot;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a cell shows while a series of runs goes on, at one moment.
 *
 * <pre>{@code
 * new LiveSeriesFrame("comparison", 4, 10, Duration.ofSeconds(8), "MAP-Elites, seed 4").bundle();
 * }</pre>
 *
 * @param name of the series
 * @param ended runs that have ended
 * @param runs in all, at least 1
 * @param elapsed since it began
 * @param latest what the run that ended last came to; may be empty
 */
public record LiveSeriesFrame(String name, int ended, int runs, Duration elapsed, String latest) {

    public LiveSeriesFrame {
        requireNonNull(name, "name");
        requireNonNull(elapsed, "elapsed");
        requireNonNull(latest, "latest");
    }

    /** The frame as HTML and text. */
    public Bundle bundle() {
        return Bundle.text(text()).html(html());
    }

    private String pace() {
        String so = "%d of %d runs, %s so far".formatted(ended, runs, Shown.time(elapsed));
        return ended == 0 || ended >= runs
                ? so
                : so + ", about "
                        + Shown.time(elapsed.multipliedBy(runs - ended).dividedBy(ended)) + " left";
    }

    private String text() {
        String first = cut(name + ": " + pace());
        return latest.isEmpty() ? first : first + "\n" + cut("latest: " + latest);
    }

    private static String cut(String line) {
        return Width.isolated(Width.cut(Escape.line(Escape.cut(line, 4 * SheetText.COLUMNS)), SheetText.COLUMNS));
    }

    private String html() {
        String last = latest.isEmpty()
                ? ""
                : "<div style=\"opacity:0.75\">latest: %s</div>".formatted(Escape.isolated(Escape.cut(latest, 200)));
        return ("<div style=\"font-size:13px;line-height:1.5;max-width:680px\"><div><b style=\"font-size:15px\">%s</b></div>"
                        + "<div><progress style=\"width:420px;height:14px;vertical-align:middle\" value=\"%d\" max=\"%d\">"
                        + "</progress> &nbsp;%s</div>%s</div>")
                .formatted(Escape.isolated(Escape.cut(Escape.line(name), 80)), ended, Math.max(1, runs), pace(), last);
    }
}

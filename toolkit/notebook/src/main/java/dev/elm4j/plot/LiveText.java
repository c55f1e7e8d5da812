package dev.elm4j.plot;

import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Statistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A live frame in words. */
final class LiveText {

    static final int NEWEST = 3;

    private LiveText() {}

    static String of(LiveFrame frame) {
        var lines = new ArrayList<String>();
        lines.add("%s: %s, %s".formatted(frame.name(), Cards.word(frame.state()), goal(frame)));
        lines.add(numbers(frame));
        lines.add(speed(frame));
        if (frame.progress().usage().calls() > 0) {
            lines.add("models: " + Cards.usage(frame.progress().usage()));
        }
        if (!frame.note().isEmpty()) {
            lines.addAll(Width.lines(Escape.line(Escape.cut(frame.note(), 1_000)), SheetText.COLUMNS));
        }
        newest(frame)
                .forEach(elite -> lines.add(
                        "%s  %s".formatted(Shown.number(elite.objective()), Shown.solution(elite.solution()))));
        return lines.stream()
                .map(line -> Width.isolated(
                        Width.cut(Escape.line(Escape.cut(line, 4 * SheetText.COLUMNS)), SheetText.COLUMNS)))
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow();
    }

    /** {@code 120 of 500 candidates}, or how a run ends that has no such goal. */
    static String goal(LiveFrame frame) {
        if (frame.pace().isEndless()) {
            boolean goesOn = frame.state() == dev.elm4j.search.RunState.RUNNING
                    && frame.note().isEmpty();
            return Shown.count(frame.progress().candidates()) + " candidates"
                    + (goesOn ? ", no end set: stop() ends it" : "");
        }
        return "%s of %s candidates"
                .formatted(
                        Shown.count(frame.progress().candidates()),
                        Shown.count(frame.pace().goal()));
    }

    static String numbers(LiveFrame frame) {
        Statistics statistics = frame.progress().statistics();
        return "coverage %s, QD score %s, best %s"
                .formatted(
                        Shown.percent(statistics.coverage()),
                        Shown.number(statistics.qdScore()),
                        Shown.number(statistics.best()));
    }

    /** Candidates per second, and the time that is left or that was taken. */
    static String speed(LiveFrame frame) {
        long committed = frame.progress().candidates();
        String pace = "%s candidates per second, %s so far"
                .formatted(
                        Shown.number(rounded(frame.pace().perSecond(committed))),
                        Shown.time(frame.pace().elapsed()));
        return frame.pace()
                .left(committed)
                .filter(left -> !left.isZero() && frame.state() == dev.elm4j.search.RunState.RUNNING)
                .map(left -> pace + ", about " + Shown.time(left) + " left")
                .orElse(pace);
    }

    private static double rounded(double pace) {
        return pace < 10 ? Math.round(pace * 100) / 100.0 : Math.round(pace);
    }

    /** The elites of the latest candidates, the latest first. */
    static List<Elite<?>> newest(LiveFrame frame) {
        return frame.archive().elites().stream()
                .<Elite<?>>map(elite -> elite)
                .sorted(Comparator.<Elite<?>>comparingLong(Elite::candidate).reversed())
                .limit(NEWEST)
                .toList();
    }
}

package dev.elm4j.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One edit as an answer has it: lines that stay, go and come.
 *
 * @param lines in their order
 * @param line where the text of the lines that stay or go begins, from 1, as the answer says; 0 if it does not say
 */
record Hunk(List<Line> lines, int line) {

    enum Kind {
        STAYS,
        GOES,
        COMES
    }

    /**
     * @param text without its mark
     * @param raw with its mark if it had one; for a line that stays and lost its mark, the whole of it
     * @param ends whether a line end follows; not so only for the last line of a file
     */
    record Line(Kind kind, String text, String raw, boolean ends) {

        Line endless() {
            return new Line(kind, text, raw, false);
        }
    }

    Hunk {
        lines = List.copyOf(lines);
    }

    /** The lines that the text must have. */
    List<String> before() {
        return lines.stream()
                .filter(line -> line.kind() != Kind.COMES)
                .map(Line::text)
                .toList();
    }

    /** The same where the model wrote lines that stay without the blank that marks them. */
    List<String> beforeUnmarked() {
        return lines.stream()
                .filter(line -> line.kind() != Kind.COMES)
                .map(line -> line.kind() == Kind.STAYS ? line.raw() : line.text())
                .toList();
    }

    boolean changes() {
        return lines.stream().anyMatch(line -> line.kind() != Kind.STAYS);
    }

    static Hunk replacement(List<String> before, List<String> after) {
        var lines = new ArrayList<Line>();
        int same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            lines.add(line(Kind.STAYS, before.get(same++)));
        }
        int tail = 0;
        while (tail < Math.min(before.size(), after.size()) - same
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        before.subList(same, before.size() - tail).forEach(text -> lines.add(line(Kind.GOES, text)));
        after.subList(same, after.size() - tail).forEach(text -> lines.add(line(Kind.COMES, text)));
        before.subList(before.size() - tail, before.size()).forEach(text -> lines.add(line(Kind.STAYS, text)));
        return new Hunk(lines, 0);
    }

    private static Line line(Kind kind, String text) {
        return new Line(kind, text, text, true);
    }
}

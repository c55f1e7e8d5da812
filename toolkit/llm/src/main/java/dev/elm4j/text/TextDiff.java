package dev.elm4j.text;

import static java.util.Objects.requireNonNull;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed from one text to another, as a unified diff with 3 lines around each change.
 *
 * <pre>{@code
 * TextDiff.of("a\nb\n", "a\nc\n");                    // "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"
 * TextDiff.of("a\n", "a\n");                          // "", for nothing changed
 * TextDiff.named("a\n", "b\n", "parent", "child");    // the same with file headers
 * }</pre>
 *
 * <p>{@link Edits#in} reads it back: applied to the first text it gives the second. Kinds of line ends are not compared.
 * The diff is a shortest one (Myers 1986); where more than 8,000 lines of both texts together lie
 * between their common beginning and end, these are one change, so that time stays bounded.
 *
 * @see <a href="https://doi.org/10.1007/BF01840446">Myers 1986, An O(ND) difference algorithm</a>
 */
public final class TextDiff {

    private static final int AROUND = 3;

    /** Most lines, of both texts together, of which a shortest diff is sought: time grows with their square at worst. */
    private static final int MOST_LINES = 8_000;

    /** A line of the diff; its numbers count the lines before it on both sides. */
    private record Row(char mark, String line, int before, int after) {}

    private TextDiff() {}

    /** The hunks alone; empty if nothing changed. */
    public static String of(String before, String after) {
        List<Row> rows = rows(lines(before, "before"), lines(after, "after"));
        var text = new StringBuilder();
        int next = change(rows, 0);
        while (next < rows.size()) {
            int end = end(rows, next);
            hunk(rows.subList(Math.max(0, next - AROUND), end), text);
            next = change(rows, end);
        }
        return text.toString();
    }

    /** The same with a header that names both texts; empty if nothing changed. */
    public static String named(String before, String after, String beforeName, String afterName) {
        String hunks = of(before, after);
        String header = "--- %s\n+++ %s\n".formatted(AnswerLines.flat(beforeName), AnswerLines.flat(afterName));
        return hunks.isEmpty() ? "" : header + hunks;
    }

    /** Lines with their line ends, for a last line without one differs from the same line with one. */
    private static List<String> lines(String text, String name) {
        SourceLines lines = SourceLines.of(requireNonNull(text, name));
        var ended = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            ended.add(lines.texts().get(i) + (lines.ends().get(i).isEmpty() ? "" : "\n"));
        }
        return ended;
    }

    private static int change(List<Row> rows, int from) {
        int at = from;
        while (at < rows.size() && rows.get(at).mark() == ' ') {
            at++;
        }
        return at;
    }

    /** The row after a hunk: changes belong together if no more than 6 lines lie between them. */
    private static int end(List<Row> rows, int change) {
        int last = change;
        int next = change;
        while (next < rows.size() && next - last <= 2 * AROUND + 1) {
            last = rows.get(next).mark() == ' ' ? last : next;
            next++;
        }
        return Math.min(rows.size(), last + 1 + AROUND);
    }

    private static void hunk(List<Row> rows, StringBuilder text) {
        long before = rows.stream().filter(row -> row.mark() != '+').count();
        long after = rows.stream().filter(row -> row.mark() != '-').count();
        // the lines of an empty side are counted from the line before them, as diff(1) does
        text.append("@@ -%d,%d +%d,%d @@\n"
                .formatted(
                        rows.get(0).before() + (before > 0 ? 1 : 0),
                        before,
                        rows.get(0).after() + (after > 0 ? 1 : 0),
                        after));
        for (Row row : rows) {
            text.append(row.mark()).append(row.line());
            text.append(row.line().endsWith("\n") ? "" : "\n\\ No newline at end of file\n");
        }
    }

    private static List<Row> rows(List<String> before, List<String> after) {
        var rows = new ArrayList<Row>();
        int i = 0;
        int j = 0;
        for (Change change : changes(before, after)) {
            while (i < change.startOriginal) {
                rows.add(new Row(' ', before.get(i), i++, j++));
            }
            while (i < change.endOriginal) {
                rows.add(new Row('-', before.get(i), i++, j));
            }
            while (j < change.endRevised) {
                rows.add(new Row('+', after.get(j), i, j++));
            }
        }
        while (i < before.size()) {
            rows.add(new Row(' ', before.get(i), i++, j++));
        }
        return rows;
    }

    /** Changes in their order; common lines at both ends are set aside first, as they are most of a small edit. */
    private static List<Change> changes(List<String> before, List<String> after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<String> old = before.subList(head, before.size() - tail);
        List<String> now = after.subList(head, after.size() - tail);
        return between(old, now, head);
    }

    private static List<Change> between(List<String> old, List<String> now, int head) {
        if (old.isEmpty() && now.isEmpty()) {
            return List.of();
        }
        if (old.isEmpty() || now.isEmpty() || old.size() + now.size() > MOST_LINES) {
            return List.of(change(head, old.size(), head, now.size()));
        }
        var changes = new ArrayList<Change>();
        for (Change found : new MyersDiffWithLinearSpace<String>().computeDiff(old, now, null)) {
            Change last = changes.isEmpty() ? change(0, 0, 0, 0) : changes.get(changes.size() - 1);
            int start = head + found.startOriginal;
            int startAfter = head + found.startRevised;
            int goes = found.endOriginal - found.startOriginal;
            int comes = found.endRevised - found.startRevised;
            if (!changes.isEmpty() && last.endOriginal == start && last.endRevised == startAfter) {
                // the library gives lines that come before those that go; a reader expects them the other way round
                changes.remove(changes.size() - 1);
                start = last.startOriginal;
                startAfter = last.startRevised;
                goes += last.endOriginal - last.startOriginal;
                comes += last.endRevised - last.startRevised;
            }
            changes.add(change(start, goes, startAfter, comes));
        }
        return changes;
    }

    private static Change change(int before, int goes, int after, int comes) {
        return new Change(DeltaType.CHANGE, before, before + goes, after, after + comes);
    }
}

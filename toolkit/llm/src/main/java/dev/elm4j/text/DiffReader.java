package dev.elm4j.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the hunks of a unified diff as models write them: counts, numbers, headers and marks may be wrong or missing. */
final class DiffReader {

    private static final Pattern HEADER =
            Pattern.compile("@@(?:\\s*-(\\d{1,9})(?:,(\\d{1,9}))?\\s*(?:\\+\\d{1,9}(?:,(\\d{1,9}))?)?)?.*");

    private static final Pattern GIT =
            Pattern.compile("(?:diff --git|index [0-9a-f]+\\.\\.|similarity index|dissimilarity index"
                    + "|rename from|rename to|copy from|copy to|new file mode|deleted file mode|old mode|new mode|Index:)\\s?.*"
                    + "|={20,}");

    /** Prose after a hunk that does not say how long it is: an empty line, then a line such as this. */
    private static final Pattern SENTENCE = Pattern.compile("[\"'*]*\\p{Lu}[\\p{L}']* .* .*");

    private static final int UNKNOWN = -1;

    private final List<String> lines;

    /** Lines after which, before the next header, another line comes or goes. */
    private final BitSet changesFollow = new BitSet();

    private final Set<Hunk> hunks = new LinkedHashSet<>();
    private List<Hunk.Line> current;
    private int start;
    private int left = UNKNOWN;
    private boolean stray;

    private DiffReader(List<String> lines) {
        this.lines = lines;
        boolean follow = false;
        for (int i = lines.size() - 1; i >= 0; i--) {
            changesFollow.set(i, follow);
            String line = lines.get(i);
            boolean change = line.startsWith("+") || line.startsWith("-");
            follow = !line.startsWith("@@") && !line.startsWith("diff --git ") && !files(i) && (follow || change);
        }
    }

    /**
     * What was read.
     *
     * @param hunks in their order, each once
     * @param complete whether the last one has all the lines that its header says
     * @param stray whether lines come that are in no hunk
     */
    record Diff(List<Hunk> hunks, boolean complete, boolean stray) {}

    /**
     * Reads all hunks.
     *
     * @param bare whether the lines are one hunk where no header says so
     */
    static Diff read(List<String> lines, boolean bare) {
        var reader = new DiffReader(lines);
        if (bare) {
            reader.open(0, UNKNOWN);
        }
        int next = 0;
        while (next < lines.size()) {
            next += reader.take(next);
        }
        reader.finish();
        return new Diff(List.copyOf(reader.hunks), reader.left == 0, reader.stray);
    }

    /** Whether a diff may begin at a line. */
    static boolean begins(List<String> lines, int i) {
        String line = lines.get(i);
        return line.startsWith("@@")
                || line.startsWith("diff --git ")
                || line.startsWith("--- ")
                        && i + 1 < lines.size()
                        && lines.get(i + 1).startsWith("+++ ");
    }

    /** Takes a line, and says how many it took. */
    private int take(int i) {
        String line = lines.get(i);
        if (files(i)) {
            finish();
            open(0, UNKNOWN); // some models forget the @@ line
            return 2;
        }
        Matcher header = HEADER.matcher(line);
        if (line.length() <= Plain.LONGEST_MARK && header.matches()) {
            finish();
            open(number(header.group(1), 0), length(header));
        } else if (line.startsWith("diff --git ") || git(i)) {
            finish();
        } else if (current != null) {
            body(i);
        } else {
            stray |= line.startsWith("+");
        }
        return 1;
    }

    /** Whether two lines name files: within a hunk that is still due, they may be a comment that goes and one that comes. */
    private boolean files(int i) {
        boolean named = lines.get(i).startsWith("--- ")
                && i + 1 < lines.size()
                && lines.get(i + 1).startsWith("+++ ");
        boolean begins = i + 2 < lines.size() && lines.get(i + 2).startsWith("@@");
        boolean due = current != null && left > 0;
        return named && !due && (begins || current == null || current.isEmpty());
    }

    private boolean git(int i) {
        String line = lines.get(i);
        return (current == null || current.isEmpty())
                && line.length() <= Plain.LONGEST_MARK
                && GIT.matcher(line).matches();
    }

    private static int number(String digits, int missing) {
        return digits == null ? missing : Integer.parseInt(digits);
    }

    private static int length(Matcher header) {
        return header.group(1) == null ? UNKNOWN : number(header.group(2), 1) + number(header.group(3), 1);
    }

    private void open(int line, int length) {
        current = new ArrayList<>();
        start = line;
        left = length;
    }

    private void body(int i) {
        String line = lines.get(i);
        switch (line.isEmpty() ? '\n' : line.charAt(0)) {
            case '-' -> add(Hunk.Kind.GOES, line.substring(1), line);
            case '+' -> add(Hunk.Kind.COMES, line.substring(1), line);
            case ' ' -> add(Hunk.Kind.STAYS, line.substring(1), line);
            case '\\' -> endless(i);
            default -> unmarked(i);
        }
    }

    private void add(Hunk.Kind kind, String text, String raw) {
        current.add(new Hunk.Line(kind, text, raw, true));
        left = left == UNKNOWN ? UNKNOWN : Math.max(0, left - (kind == Hunk.Kind.STAYS ? 2 : 1));
    }

    /**
     * A line that should stay and lost its mark, or what follows the diff. While lines still come or go after it, it is
     * the former: to end the hunk would lose them. Where none does, ending it loses nothing.
     */
    private void unmarked(int i) {
        String line = lines.get(i);
        boolean prose = left == 0
                || Fence.of(line).filter(Fence::bare).isPresent()
                || left == UNKNOWN
                        && !current.isEmpty()
                        && current.get(current.size() - 1).raw().isEmpty()
                        && line.length() <= Plain.LONGEST_MARK
                        && SENTENCE.matcher(line).matches();
        if (!changesFollow.get(i) && prose && !line.isEmpty()) {
            finish();
        } else {
            add(Hunk.Kind.STAYS, line, line);
        }
    }

    private void endless(int i) {
        int last = current.size() - 1;
        if (last >= 0 && lines.get(i).startsWith("\\ ")) {
            current.set(last, current.get(last).endless());
        } else {
            unmarked(i);
        }
    }

    /** Ends the hunk. Empty lines at its ends that nobody marked belong to the layout of the answer. */
    private void finish() {
        if (current == null) {
            return;
        }
        int from = 0;
        int to = current.size();
        while (to > from && current.get(to - 1).raw().isEmpty()) {
            to--;
        }
        while (from < to && current.get(from).raw().isEmpty()) {
            from++;
        }
        var hunk = new Hunk(current.subList(from, to), start == 0 ? 0 : start + from);
        if (hunk.changes()) {
            hunks.add(hunk);
        }
        current = null;
    }
}

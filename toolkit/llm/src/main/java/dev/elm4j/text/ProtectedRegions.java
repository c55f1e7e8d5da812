package dev.elm4j.text;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lines of a program that no edit may change.
 *
 * <pre>{@code
 * var regions = ProtectedRegions.outside("EVOLVE-BLOCK-START", "EVOLVE-BLOCK-END");
 * String program = "import math\n# EVOLVE-BLOCK-START\nx = 1\n# EVOLVE-BLOCK-END\n";
 * Edits edits = Edits.in("@@\n-import math\n+import cmath").value().orElseThrow();
 * edits.apply(program, regions);                         // NotApplied: Edit 1 changes protected lines (lines 1 to 2).
 * regions.kept(program, program.replace("1", "2"));      // true
 * ProtectedRegions.between("PROTECTED-BEGIN", "PROTECTED-END");
 * ProtectedRegions.lines(1, 3);                          // the first three lines
 * }</pre>
 *
 * <p>A mark is a line that holds the given text as a word, in whatever comment the language has; lines with marks are
 * protected themselves, and no edit may bring one. A region that is not closed lasts to the end of the text, and a block
 * of {@link #outside} that is not closed is none. Lines may be put directly before and after a protected region.
 *
 * <p>Immutable and safe to share between threads.
 *
 * @see <a href="https://arxiv.org/abs/2506.13131">Novikov 2025, AlphaEvolve</a>, whose marks {@link #outside} reads
 */
public final class ProtectedRegions {

    /**
     * A run of lines.
     *
     * @param from the first, from 0; -1 if nothing may come before the text
     * @param to the line after the last; beyond the text's end if nothing may come after it
     */
    record Lines(int from, int to) {

        /** Whether an edit of the lines {@code start} to before {@code end}, or one between two lines, lies in it. */
        boolean touchedBy(int start, int end) {
            return start == end ? from < start && start < to : start < to && from < end;
        }

        String shown(int size) {
            return "lines %d to %d".formatted(Math.max(0, from) + 1, Math.min(to, size));
        }
    }

    private static final ProtectedRegions NONE = new ProtectedRegions("", "", false, List.of());

    private final String begin;
    private final String end;
    private final boolean outside;
    private final List<Lines> ranges;

    private ProtectedRegions(String begin, String end, boolean outside, List<Lines> ranges) {
        this.begin = begin;
        this.end = end;
        this.outside = outside;
        this.ranges = ranges;
    }

    /** No line is protected. */
    public static ProtectedRegions none() {
        return NONE;
    }

    /** What stands between two marks, and the marks. */
    public static ProtectedRegions between(String begin, String end) {
        return marked(begin, end, false);
    }

    /** All but what stands between two marks; a text without marks is protected as a whole. */
    public static ProtectedRegions outside(String begin, String end) {
        return marked(begin, end, true);
    }

    /**
     * A range of lines of the text as it is before the edits.
     *
     * @param first from 1
     * @param last included
     * @throws IllegalArgumentException if the range is empty or begins before line 1
     */
    public static ProtectedRegions lines(int first, int last) {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException(
                    "Protected lines go from 1 on, first to last, but were %d to %d.".formatted(first, last));
        }
        return new ProtectedRegions("", "", false, List.of(new Lines(first - 1, last)));
    }

    private static ProtectedRegions marked(String begin, String end, boolean outside) {
        requireNonNull(begin, "begin");
        requireNonNull(end, "end");
        if (begin.isBlank() || end.isBlank() || begin.contains(end) || end.contains(begin)) {
            throw new IllegalArgumentException(
                    "Marks are two texts of which none holds the other, but were '%s' and '%s'.".formatted(begin, end));
        }
        return new ProtectedRegions(begin, end, outside, List.of());
    }

    /**
     * Whether a text still has all that is protected: between marks, the same lines; of ranges, the same lines in the same
     * order, wherever they are now. For programs that a model wrote anew.
     */
    public boolean kept(String before, String after) {
        List<String> old = SourceLines.of(before).texts();
        List<String> now = SourceLines.of(after).texts();
        if (!begin.isEmpty()) {
            return runs(old).equals(runs(now));
        }
        List<List<String>> wanted = runs(old);
        return wanted.isEmpty() || Collections.indexOfSubList(now, wanted.get(0)) >= 0;
    }

    private List<List<String>> runs(List<String> texts) {
        return in(texts).stream()
                .map(lines -> List.copyOf(texts.subList(Math.max(0, lines.from()), Math.min(texts.size(), lines.to()))))
                .toList();
    }

    boolean isMark(String line) {
        return !begin.isEmpty() && (has(line, begin) || has(line, end));
    }

    List<Lines> in(List<String> texts) {
        if (begin.isEmpty()) {
            return ranges.stream().filter(lines -> lines.from() < texts.size()).toList();
        }
        return outside ? aroundBlocks(texts) : regions(texts);
    }

    private List<Lines> regions(List<String> texts) {
        var regions = new ArrayList<Lines>();
        int open = -1;
        for (int i = 0; i < texts.size(); i++) {
            if (open < 0 && isMark(texts.get(i))) {
                open = i; // a closing mark without an opening one protects itself
            }
            if (open >= 0 && has(texts.get(i), end)) {
                regions.add(new Lines(open, i + 1));
                open = -1;
            }
        }
        if (open >= 0) {
            regions.add(new Lines(open, texts.size() + 1));
        }
        return regions;
    }

    private List<Lines> aroundBlocks(List<String> texts) {
        int[] marks = IntStream.range(0, texts.size())
                .filter(i -> isMark(texts.get(i)))
                .toArray();
        var regions = new ArrayList<Lines>();
        int from = -1;
        for (int i = 0; i + 1 < marks.length; i++) {
            if (has(texts.get(marks[i]), begin) && has(texts.get(marks[i + 1]), end)) {
                regions.add(new Lines(from, marks[i] + 1));
                from = marks[i + 1];
            }
        }
        regions.add(new Lines(from, texts.size() + 1));
        return regions;
    }

    private static boolean has(String line, String mark) {
        int at = line.indexOf(mark);
        int after = at + mark.length();
        return at >= 0
                && (at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1)))
                && (after == line.length() || !Character.isLetterOrDigit(line.charAt(after)));
    }

    @Override
    public String toString() {
        String marks = "'%s' and '%s'".formatted(begin, end);
        if (!begin.isEmpty()) {
            return (outside ? "all lines but between " : "lines between ") + marks;
        }
        return ranges.isEmpty() ? "no lines" : ranges.get(0).shown(Integer.MAX_VALUE);
    }
}

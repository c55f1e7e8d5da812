package dev.elm4j.text;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Edits of a program that a model wrote, as a unified diff or as blocks to search and replace.
 *
 * <pre>{@code
 * String answer = "```diff\n@@ -1,2 +1,2 @@\n def f(x):\n-    return x\n+    return x + 1\n```";
 * Edits edits = Edits.in(answer).value().orElseThrow();
 * edits.size();                                           // 1
 * EditOutcome outcome = edits.apply("def f(x):\n    return x\n");
 * if (outcome instanceof EditOutcome.Applied applied) {
 *     applied.text().lines().count();                     // 2
 * }
 * Edits.in("I would not change it.").reason();
 * }</pre>
 *
 * <p><b>Read leniently.</b> A diff may lack file headers, line numbers, counts or the {@code @@} line, may have wrong ones,
 * its hunks in any order, and lines that stay without the blank that marks them; it may be fenced, and end in prose. Blocks
 * may have 5 to 9 marks, {@code ORIGINAL} and {@code UPDATED} for {@code SEARCH} and {@code REPLACE}, and no closing mark
 * where a fence or the next block ends them; several lines of equals signs are one of seven, or refused. Names of files
 * are passed over: all edits are of the one text. The same edit twice is one edit.
 *
 * <p><b>Applied strictly.</b> The lines that an edit shows must stand in the text one after the other, and at one place
 * only. If they stand at several, a hunk's line number may choose one of these, but never another line. If they stand
 * nowhere, they are tried without the blanks at their ends, which nobody sees; other blanks and tabs must be right. Edits
 * that change the same lines, or put lines at the same place, are refused, and so are edits of a line that another one
 * brings: all are of the text as it was. One refusal, and no edit is made. Lines that stay are the text's own, new ones get
 * the line end that most lines have.
 *
 * <p>Immutable and safe to share between threads.
 *
 * @see <a href="https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html">GNU diff, unified format</a>
 * @see <a href="https://arxiv.org/abs/2506.13131">Novikov 2025, AlphaEvolve</a>, for the blocks
 */
public final class Edits {

    private static final Set<String> DIFFS = Set.of("diff", "udiff");

    private static final Parsed<List<Hunk>> OUTSIDE = new Parsed.Missing<>(
            "The diff has lines that come in none of its hunks. Begin each hunk with @@, and put all into one fence or none.");

    private static final Parsed<List<Hunk>> CUT_OFF =
            new Parsed.Missing<>("The diff was cut off: its fence is open, and its last hunk may lack lines.");

    private final List<Hunk> hunks;

    private Edits(List<Hunk> hunks) {
        this.hunks = List.copyOf(hunks);
    }

    /** The edits of an answer: its blocks if it has the mark that opens one, else its diff. */
    public static Parsed<Edits> in(String answer) {
        requireNonNull(answer, "answer");
        List<String> lines = Plain.lines(Thoughts.dropped(Plain.text(answer)).text());
        Parsed<List<Hunk>> read = lines.stream().anyMatch(BlockReader::opens) ? BlockReader.read(lines) : diff(lines);
        if (read.value().isEmpty()) {
            return new Parsed.Missing<>(read.reason());
        }
        List<Hunk> hunks = read.value().get();
        return hunks.isEmpty()
                ? new Parsed.Missing<>("The answer has no edit: no hunk of a diff and no block to search and replace.")
                : new Parsed.Found<>(new Edits(hunks));
    }

    /** Hunks of all fences that have any; of the answer as a whole if none has, or if the diff begins before a fence. */
    private static Parsed<List<Hunk>> diff(List<String> lines) {
        List<FencedBlock> blocks = begun(lines) ? List.of() : FencedBlocks.of(lines);
        Set<Hunk> hunks = new LinkedHashSet<>();
        int end = 0;
        for (FencedBlock block : blocks) {
            DiffReader.Diff diff =
                    DiffReader.read(block.lines(), DIFFS.contains(block.info().language()));
            if (block.cutOff() && !diff.complete() && !diff.hunks().isEmpty()) {
                return CUT_OFF;
            }
            if (diff.stray() && !diff.hunks().isEmpty()) {
                return OUTSIDE;
            }
            hunks.addAll(diff.hunks());
            end = diff.hunks().isEmpty() ? end : block.end();
        }
        if (!hunks.isEmpty()) {
            return goesOn(lines.subList(end, lines.size())) ? OUTSIDE : new Parsed.Found<>(List.copyOf(hunks));
        }
        DiffReader.Diff diff = DiffReader.read(lines, false);
        return diff.stray() && !diff.hunks().isEmpty() ? OUTSIDE : new Parsed.Found<>(diff.hunks());
    }

    private static boolean begun(List<String> lines) {
        int i = 0;
        while (i < lines.size() && Fence.of(lines.get(i)).isEmpty() && !DiffReader.begins(lines, i)) {
            i++;
        }
        return i < lines.size() && DiffReader.begins(lines, i);
    }

    /** Whether lines still come after a fence: then it was one of the file, and what is within is half a diff. */
    private static boolean goesOn(List<String> lines) {
        return lines.stream().anyMatch(line -> line.startsWith("+"));
    }

    /** How many edits there are, at least 1. */
    public int size() {
        return hunks.size();
    }

    /** The text with all edits made, or why that is not possible. */
    public EditOutcome apply(String text) {
        return apply(text, ProtectedRegions.none());
    }

    /** The same where some lines must stay as they are: an edit that changes one of them is refused. */
    public EditOutcome apply(String text, ProtectedRegions regions) {
        requireNonNull(text, "text");
        return Splice.apply(hunks, text, requireNonNull(regions, "regions"));
    }

    /** How many edits, and how many lines go and come. */
    @Override
    public String toString() {
        return "%d edits, %d lines go, %d lines come".formatted(size(), lines(Hunk.Kind.GOES), lines(Hunk.Kind.COMES));
    }

    private long lines(Hunk.Kind kind) {
        return hunks.stream()
                .flatMap(hunk -> hunk.lines().stream())
                .filter(line -> line.kind() == kind)
                .count();
    }
}

package dev.elm4j.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads blocks of two texts between marks, the one to search and the one to put in its place, as models write them. */
final class BlockReader {

    private static final Pattern OPEN =
            Pattern.compile(" {0,3}(?:<{5,9}(?:\\s*\\w[^<>=]{0,40})?|-{5,9} ?(?:SEARCH|ORIGINAL)\\b.{0,20})\\s*");
    private static final Pattern DIVIDER = Pattern.compile(" {0,3}={5,9}\\s*");
    private static final Pattern CLOSE =
            Pattern.compile(" {0,3}(?:>{5,9}(?:\\s*\\w[^<>=]{0,40})?|\\+{5,9} ?(?:REPLACE|UPDATED)\\b.{0,20})\\s*");

    private final List<String> lines;

    private BlockReader(List<String> lines) {
        this.lines = lines;
    }

    static boolean opens(String line) {
        return is(OPEN, line);
    }

    /** The blocks as hunks in their order, each once; or what is wrong with the first one that is no block. */
    static Parsed<List<Hunk>> read(List<String> lines) {
        int[] opens = IntStream.range(0, lines.size())
                .filter(i -> opens(lines.get(i)))
                .toArray();
        Set<Hunk> hunks = new LinkedHashSet<>();
        for (int i = 0; i < opens.length; i++) {
            boolean last = i + 1 == opens.length;
            int end = last ? lines.size() : opens[i + 1];
            boolean fenced = opens[i] > 0 && Fence.of(lines.get(opens[i] - 1)).isPresent();
            Parsed<Hunk> block = new BlockReader(lines.subList(opens[i] + 1, end)).block(last, fenced);
            if (block.value().isEmpty()) {
                return new Parsed.Missing<>("Block %d %s.".formatted(i + 1, block.reason()));
            }
            hunks.add(block.value().get());
        }
        return new Parsed.Found<>(List.copyOf(hunks));
    }

    private Parsed<Hunk> block(boolean last, boolean fenced) {
        int close = first(CLOSE, 0);
        if (close == lines.size()) {
            close = unmarkedEnd(last, fenced);
        } else if (first(CLOSE, close + 1) < lines.size() || first(DIVIDER, close + 1) < lines.size()) {
            return new Parsed.Missing<>("is followed by another one that has no opening mark <<<<<<< SEARCH");
        }
        if (close < 0) {
            return new Parsed.Missing<>("has no closing mark >>>>>>> REPLACE; the answer may be cut off");
        }
        List<Integer> dividers = dividers(close);
        if (dividers.size() != 1) {
            return new Parsed.Missing<>("needs one line ======= between its two texts, but has " + dividers.size());
        }
        int divider = dividers.get(0);
        return new Parsed.Found<>(
                Hunk.replacement(unfenced(lines.subList(0, divider)), unfenced(lines.subList(divider + 1, close))));
    }

    /** Where a block ends that has no closing mark: at the fence around it, or before the next block; else nobody knows. */
    private int unmarkedEnd(boolean last, boolean fenced) {
        int divider = first(DIVIDER, 0);
        for (int i = divider; fenced && i < lines.size(); i++) {
            if (Fence.of(lines.get(i)).filter(Fence::bare).isPresent()) {
                return i;
            }
        }
        int end = lines.size();
        while (end > divider && (lines.get(end - 1).isBlank() || FenceInfo.names(lines.get(end - 1)))) {
            end--; // the next block's file
        }
        return last ? -1 : end;
    }

    /** The lines of equals signs; if there are several, those of the usual seven. */
    private List<Integer> dividers(int close) {
        var all = new ArrayList<Integer>();
        for (int i = first(DIVIDER, 0); i < close; i = first(DIVIDER, i + 1)) {
            all.add(i);
        }
        List<Integer> usual =
                all.stream().filter(i -> lines.get(i).strip().length() == 7).toList();
        return all.size() > 1 && usual.size() == 1 ? usual : all;
    }

    private int first(Pattern mark, int from) {
        int i = from;
        while (i < lines.size() && !is(mark, lines.get(i))) {
            i++;
        }
        return i;
    }

    private static boolean is(Pattern mark, String line) {
        return line.length() <= Plain.LONGEST_MARK && mark.matcher(line).matches();
    }

    /** A text without the fences that some models put around it within the block. */
    private static List<String> unfenced(List<String> text) {
        int last = text.size() - 1;
        boolean fenced = last > 0
                && Fence.of(text.get(0)).isPresent()
                && Fence.of(text.get(last)).filter(Fence::bare).isPresent();
        return fenced ? text.subList(1, last) : text;
    }
}

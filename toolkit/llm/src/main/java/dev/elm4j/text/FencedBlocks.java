package dev.elm4j.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The fenced blocks of an answer, in order; blocks within blocks belong to the outer one. */
final class FencedBlocks {

    private static final String DOUBLE = "\"\"\"";
    private static final String SINGLE = "'''";

    /** More blocks than this are no answer; the rest is not read, so that time stays linear in the text. */
    private static final int MOST = 64;

    private final List<String> lines;
    private final List<Fence> fences = new ArrayList<>();

    private FencedBlocks(List<String> lines) {
        this.lines = lines;
        for (String line : lines) {
            fences.add(Fence.of(line).orElse(null));
        }
    }

    static List<FencedBlock> of(List<String> lines) {
        return new FencedBlocks(lines).read();
    }

    private List<FencedBlock> read() {
        var blocks = new ArrayList<FencedBlock>();
        int next = leading(blocks);
        while (next < lines.size() && blocks.size() < MOST) {
            if (fences.get(next) == null) {
                next++;
            } else {
                int close = close(next);
                blocks.add(block(next, close));
                // a block that nobody closed may end where the next one opens
                next = close < lines.size() && !closes(next, close) ? close : close + 1;
            }
        }
        return List.copyOf(blocks);
    }

    /** Where a prompt opened the block, the answer begins with code and has one fence too many: the first closes. */
    private int leading(List<FencedBlock> blocks) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (fences.get(i) != null) {
                places.add(i);
            }
        }
        if (places.size() % 2 == 0 || !fences.get(places.get(0)).bare()) {
            return 0;
        }
        var found = BareCode.of(lines.subList(0, places.get(0)));
        if (found.isEmpty()
                || places.size() == 1 && BareCode.of(after(places.get(0))).isPresent()) {
            return 0;
        }
        List<String> code = Plain.lines(found.get().code());
        blocks.add(new FencedBlock(code, new FenceInfo("", ""), false, places.get(0) + 1));
        return places.get(0) + 1;
    }

    private List<String> after(int line) {
        return lines.subList(line + 1, lines.size());
    }

    /** The line that ends a block: the strictest reading that ends it at all. */
    private int close(int open) {
        String language = FenceInfo.of(fences.get(open).info(), "").language();
        int close = lines.size();
        if (language.isEmpty() || language.equals("python")) {
            close = nested(open, new DocStrings()::inside);
        }
        if (close == lines.size()) {
            close = nested(open, line -> false);
        }
        return close < lines.size() ? close : first(open);
    }

    /** The bare fence that closes a block when every fence with a language within it opens one of its own. */
    private int nested(int open, IntPredicate quoted) {
        boolean diff = diff(open);
        int depth = 1;
        for (int i = open + 1; i < lines.size(); i++) {
            Fence fence = fences.get(i);
            if (!quoted.test(i) && fence != null && fence.matches(fences.get(open), diff)) {
                depth += fence.bare() ? -1 : 1;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return lines.size();
    }

    private int first(int open) {
        boolean diff = diff(open);
        for (int i = open + 1; i < lines.size(); i++) {
            if (fences.get(i) != null && fences.get(i).matches(fences.get(open), diff)) {
                return i;
            }
        }
        return lines.size();
    }

    private boolean diff(int open) {
        int first = open + 1;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        return first < lines.size() && DiffReader.begins(lines, first)
                || fences.get(open).info().matches("u?diff|patch");
    }

    private boolean closes(int open, int line) {
        return fences.get(line).bare() && fences.get(line).matches(fences.get(open), diff(open));
    }

    private FencedBlock block(int open, int close) {
        var content = new ArrayList<>(lines.subList(Math.min(open + 1, close), close));
        boolean closed = close < lines.size() && closes(open, close) || closedInLine(content, fences.get(open));
        FenceInfo info = FenceInfo.of(fences.get(open).info(), before(open));
        List<String> code = CodeLines.dedented(content, fences.get(open).indent());
        return new FencedBlock(code, info, !closed, Math.min(lines.size(), close + 1));
    }

    /** Whether the last line carries the closing fence at its end, which is then taken off. */
    private static boolean closedInLine(List<String> content, Fence open) {
        String mark = String.valueOf(open.mark()).repeat(open.length());
        int last = content.size() - 1;
        while (last >= 0 && content.get(last).isBlank()) {
            last--;
        }
        if (last < 0 || !content.get(last).stripTrailing().endsWith(mark)) {
            return false;
        }
        String line = content.get(last).stripTrailing();
        content.set(last, line.substring(0, line.length() - mark.length()));
        return true;
    }

    private String before(int open) {
        for (int i = open - 1; i >= 0 && i >= open - 2; i--) {
            if (!lines.get(i).isBlank()) {
                return lines.get(i);
            }
        }
        return "";
    }

    /** Whether a line begins within a text in triple quotes; lines are asked for in order. */
    private final class DocStrings {

        private String open = "";

        boolean inside(int line) {
            boolean within = !open.isEmpty();
            String text = lines.get(line);
            for (int at = quotes(text, 0); at >= 0; at = quotes(text, at + 3)) {
                open = open.isEmpty() ? text.substring(at, at + 3) : "";
            }
            return within;
        }

        /** The next place that opens such a text, or closes the open one; -1 if there is none. */
        private int quotes(String text, int from) {
            int one = open.equals(SINGLE) ? -1 : text.indexOf(DOUBLE, from);
            int other = open.equals(DOUBLE) ? -1 : text.indexOf(SINGLE, from);
            return one < 0 || other >= 0 && other < one ? other : one;
        }
    }
}

package dev.elm4j.text;

import java.util.List;

/** Lines of code as a compiler takes them. */
final class CodeLines {

    private static final char NO_BREAK = '\u00a0';

    private CodeLines() {}

    /**
     * Takes off the indentation that all lines share, up to a fence's own, and turns no-break spaces into blanks where no
     * quote precedes them on their line: within a string they may be meant.
     */
    static List<String> of(List<String> lines, int fenceIndent) {
        List<String> blanks = lines.stream().map(CodeLines::blanks).toList();
        int shared = blanks.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(Plain::indent)
                .min()
                .orElse(0);
        int off = Math.min(shared, fenceIndent);
        return blanks.stream()
                .map(line -> line.substring(Math.min(off, line.length())))
                .toList();
    }

    private static String blanks(String line) {
        if (line.indexOf(NO_BREAK) < 0) {
            return line;
        }
        int quote = 0;
        while (quote < line.length() && "\"'`".indexOf(line.charAt(quote)) < 0) {
            quote++;
        }
        return line.substring(0, quote).replace(NO_BREAK, ' ') + line.substring(quote);
    }
}

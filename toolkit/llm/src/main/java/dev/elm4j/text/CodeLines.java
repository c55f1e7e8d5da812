package dev.elm4j.text;

import java.util.List;

/** Lines of code as a compiler takes them. */
final class CodeLines {

    private static final char NO_BREAK = '\u00a0';

    private CodeLines() {}

    /** Takes off the indentation that all lines share, up to that of their fence. */
    static List<String> dedented(List<String> lines, int fenceIndent) {
        int shared = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(Plain::indent)
                .min()
                .orElse(0);
        int off = Math.min(shared, fenceIndent);
        return lines.stream()
                .map(line -> line.substring(Math.min(off, line.length())))
                .toList();
    }

    /** Turns no-break spaces into blanks where no quote precedes them on their line: within a string they may be meant. */
    static List<String> breakable(List<String> lines) {
        return lines.stream().map(CodeLines::breakable).toList();
    }

    private static String breakable(String line) {
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

package dev.elm4j.text;

import java.util.Optional;

/**
 * A line that opens or closes a block of code: three or more {@code `} or {@code ~}, and what follows them.
 *
 * @param mark either of the two
 * @param length how many marks, at least 3
 * @param indent blanks and tabs before them
 * @param info what follows them, stripped
 * @param bare whether it can close a block; one that cannot only opens it
 */
record Fence(char mark, int length, int indent, String info, boolean bare) {

    private static final int SHORTEST = 3;

    /** An info string has a language, a file's name and perhaps an attribute; more words are prose after a block. */
    private static final int MOST_WORDS = 3;

    /** How much more than the opening fence a closing one may be indented, as in CommonMark. */
    private static final int MOST_INDENT = 3;

    static Optional<Fence> of(String line) {
        int indent = Plain.indent(line);
        if (indent == line.length() || "`~".indexOf(line.charAt(indent)) < 0) {
            return Optional.empty();
        }
        char mark = line.charAt(indent);
        int end = indent;
        while (end < line.length() && line.charAt(end) == mark) {
            end++;
        }
        String info = line.substring(end).strip();
        boolean fence = end - indent >= SHORTEST && (mark == '~' || info.indexOf('`') < 0);
        return fence ? Optional.of(new Fence(mark, end - indent, indent, info, bare(info))) : Optional.empty();
    }

    private static boolean bare(String info) {
        return info.isEmpty() || info.split("\\s+", MOST_WORDS + 2).length > MOST_WORDS;
    }

    /**
     * Whether it stands on the level of a fence that opened a block: as long, of the same mark, not indented much more. In
     * a diff any indentation is the mark of a line that stays.
     */
    boolean matches(Fence open, boolean diff) {
        return mark == open.mark && length >= open.length && indent <= open.indent + (diff ? 0 : MOST_INDENT);
    }
}

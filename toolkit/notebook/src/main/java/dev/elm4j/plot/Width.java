package dev.elm4j.plot;

import java.util.ArrayList;
import java.util.List;

/** How many columns of a fixed-width screen a text takes. */
final class Width {

    private static final int JOINER = 0x200d;

    private Width() {}

    /** Columns of a text without line breaks. */
    static int of(String text) {
        int width = 0;
        boolean joined = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += joined ? 0 : of(c);
            joined = c == JOINER;
            i += Character.charCount(c);
        }
        return width;
    }

    private static int of(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(c) ? 2 : 1;
        };
    }

    /** The wide blocks of Unicode's East Asian Width (UAX 11), rounded up to whole blocks. */
    private static boolean wide(int c) {
        return c >= 0x1100
                && (c <= 0x115f
                        || (c >= 0x231a && c <= 0x231b)
                        || (c >= 0x2600 && c <= 0x27bf)
                        || (c >= 0x2b1b && c <= 0x2b55)
                        || (c >= 0x2e80 && c <= 0xa4cf)
                        || (c >= 0xa960 && c <= 0xa97f)
                        || (c >= 0xac00 && c <= 0xd7a3)
                        || (c >= 0xf900 && c <= 0xfaff)
                        || (c >= 0xfe30 && c <= 0xfe6f)
                        || (c >= 0xff00 && c <= 0xff60)
                        || (c >= 0xffe0 && c <= 0xffe6)
                        || (c >= 0x1f000 && c <= 0x1faff)
                        || (c >= 0x20000 && c <= 0x3fffd));
    }

    /** The beginning of the text in at most {@code most} columns, with an ellipsis if something is missing. */
    static String cut(String text, int most) {
        if (of(text) <= most) {
            return text;
        }
        int end = text.length();
        String start = text;
        while (end > 0 && of(start) > most - 1) {
            end = Math.min(
                    text.offsetByCodePoints(end, -1), text.offsetByCodePoints(0, Math.min(most, codePoints(start))));
            start = text.substring(0, end);
        }
        return start + "\u2026";
    }

    /** The text in lines of at most {@code most} columns, broken at blanks and inside words that are longer; at least one. */
    static List<String> lines(String text, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split("(?<= )")) {
            if (line.length() > 0 && of(line + word.stripTrailing()) > most) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(word);
            while (of(line.toString().stripTrailing()) > most) {
                int end = head(line, most);
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** How many characters from the start fit; at least one code point. */
    private static int head(CharSequence text, int most) {
        int end = Character.charCount(Character.codePointAt(text, 0));
        while (end < text.length()) {
            int next = end + Character.charCount(Character.codePointAt(text, end));
            if (of(text.subSequence(0, next).toString()) > most) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text between isolating marks if it holds letters that run from right to left. */
    static String isolated(String text) {
        boolean turns = text.codePoints()
                .mapToObj(Character::getDirectionality)
                .anyMatch(d -> d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        return turns ? "\u2068" + text + "\u2069" : text;
    }
}

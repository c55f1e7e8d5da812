package dev.elm4j.text;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is kept of a model's answer when a single line was asked for.
 *
 * <pre>{@code
 * AnswerLines.first("Here is another line:\n- \"The soup was cold.\"");   // Optional[The soup was cold.]
 * AnswerLines.flat("two\nlines");                                         // "two lines"
 * AnswerLines.words("The soup was cold.");                                // 4
 * }</pre>
 *
 * <p>All methods are pure and safe to call from any thread.
 */
public final class AnswerLines {

    /** Everything that separates words: all kinds of blanks and line ends, and control characters. */
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern FENCE = Pattern.compile("```.*|~~~.*");
    private static final Pattern BULLET =
            Pattern.compile("^(?:[-*+\u2022\u2013\u2014>]\\s+|\\(?\\d{1,3}[.):](?:\\s+|(?=[\"'\u201c\u2018*])))");
    private static final Pattern NAME = Pattern.compile(
            "^(?:\\*\\*)?(?:answer|output|response|result|(?:new |next |another )?(?:line|sentence|opinion|text))(?:\\*\\*)?"
                    + "\\s*:(?:\\*\\*)?\\s+(?=\\S)",
            Pattern.CASE_INSENSITIVE);
    /** A line that announces the answer: it ends in a colon, or is a greeting and no more. */
    private static final Pattern PREAMBLE = Pattern.compile(
            "^(?:.*:|(?:sure(?: thing)?|certainly|of course|okay|ok|absolutely|great)[,.!]?(?: here\\b[^:]{0,60}[.!])?)$",
            Pattern.CASE_INSENSITIVE);
    /** A greeting that stands before the line on the same line. */
    private static final Pattern GREETING = Pattern.compile(
            "^(?:(?:sure|certainly|of course|okay|absolutely)[,!.]\\s+)?"
                    + "(?:here(?:'s|\u2019s| is| are)|this is) (?:a|an|another|one|the|my|your)\\b[^.:!?]{0,60}:\\s+(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    private static final String[] QUOTES = {
        "\"\"", "''", "\u201c\u201d", "\u2018\u2019", "\u00ab\u00bb", "``", "\u201e\u201c"
    };

    /** Marks within marks that are taken off. */
    private static final int DEEPEST = 6;

    private AnswerLines() {}

    /**
     * The first line of an answer that is a solution: blank lines, fences and announcements are passed over, numbering,
     * dashes and enclosing quotes are taken off.
     *
     * @return a line that is not blank and has no line end and no control character, or empty if there is none
     */
    public static Optional<String> first(String answer) {
        return LINE_END.splitAsStream(answer)
                .map(AnswerLines::flat)
                .filter(line -> !line.isEmpty() && !FENCE.matcher(line).matches())
                .filter(line -> !PREAMBLE.matcher(line).matches())
                .map(AnswerLines::clean)
                .filter(line -> !line.isEmpty())
                .findFirst();
    }

    /** A line without announcement, numbering, dash, emphasis and enclosing quotes. */
    public static String clean(String line) {
        String rest = flat(line);
        for (int depth = 0; depth < DEEPEST; depth++) { // marks nest: 1. "**The soup was cold.**"
            rest = GREETING.matcher(rest).replaceFirst("");
            rest = BULLET.matcher(rest).replaceFirst("");
            rest = NAME.matcher(rest).replaceFirst("");
            rest = unquoted(unwrapped(rest, "**")).strip();
        }
        return rest;
    }

    /**
     * A text as one line: line ends, blanks and control characters become single spaces, ends are stripped, and halves of
     * surrogate pairs become question marks.
     */
    public static String flat(String text) {
        var wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return GAP.matcher(wellFormed).replaceAll(" ").strip();
    }

    /** How many words a text has: runs of characters between blanks. */
    public static int words(String text) {
        String line = flat(text);
        return line.isEmpty() ? 0 : line.split(" ").length;
    }

    private static String unquoted(String line) {
        for (String pair : QUOTES) {
            int last = line.length() - 1;
            if (last > 0 && line.charAt(0) == pair.charAt(0) && line.charAt(last) == pair.charAt(1)) {
                String inner = line.substring(1, last);
                // "Yes," he said, "it was cold." begins and ends with quotes that are not one pair
                return inner.indexOf(pair.charAt(0)) < 0 || pair.charAt(0) == '\'' ? inner : line;
            }
        }
        return line;
    }

    private static String unwrapped(String line, String mark) {
        boolean wrapped = line.length() > 2 * mark.length() && line.startsWith(mark) && line.endsWith(mark);
        return wrapped ? line.substring(mark.length(), line.length() - mark.length()) : line;
    }
}

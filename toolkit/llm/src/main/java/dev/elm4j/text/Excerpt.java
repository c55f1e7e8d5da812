package dev.elm4j.text;

import java.util.stream.Collectors;

/**
 * A quotation of somebody's text in a message: short, on one line, with nothing in it that a terminal would obey.
 *
 * <pre>{@code
 * Excerpt.of("a\nb\u0007", 40);          // "a\nb\u0007" with both escapes spelled out
 * Excerpt.of("x".repeat(10_000), 40);    // 40 letters and an ellipsis
 * }</pre>
 */
public final class Excerpt {

    private Excerpt() {}

    /**
     * The beginning of a text in double quotes; control characters, marks of writing direction and halves of surrogate
     * pairs are spelled out.
     *
     * @param limit characters of the text to show, at least 1
     */
    public static String of(String text, int limit) {
        String shown = text.codePoints().limit(limit).mapToObj(Excerpt::visible).collect(Collectors.joining());
        return '"' + shown + (text.codePointCount(0, text.length()) > limit ? "\u2026" : "") + '"';
    }

    private static String visible(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> obeyed(point) ? "\\u" + "%04x".formatted(point) : Character.toString(point);
        };
    }

    private static boolean obeyed(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}

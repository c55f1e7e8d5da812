package dev.elm4j.plot;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes text that a model wrote harmless wherever it is shown. A model may write markup, scripts, control characters or
 * characters that turn the direction of what follows; all of them become visible text.
 *
 * <pre>{@code
 * Escape.html("<b>1 & 2</b>");     // &lt;b&gt;1 &amp; 2&lt;/b&gt;
 * Escape.visible("a\u0000b");      // a, the picture of NUL, b
 * }</pre>
 */
public final class Escape {

    /** Characters of a solution that a hover text shows at most. */
    static final int HOVER = 300;

    private static final char NEWLINE_SIGN = '\u21b5';
    private static final char CONTROL_PICTURES = '\u2400';
    private static final String DELETE_SIGN = "\u2421";
    /** A long word's piece that more follows: where a browser may break it, so that it does not widen the page. */
    /** A program is another without it. */
    private static final Pattern INDENT = Pattern.compile("(?m)^ +");

    private static final Pattern LONG_WORD = Pattern.compile("\\S{40}(?=\\S)");

    /** A code point that is no character, for the moment before the tag is written. */
    private static final String BREAK = "\ufdd0";

    private static final String REPLACEMENT = "\ufffd";

    private Escape() {}

    /**
     * The text with its invisible characters made visible: control characters as their pictures, characters that steer
     * the direction of text or have no width as {@code \\uXXXX}, halves of characters as the replacement character. Line
     * breaks become {@code \n}; tabs stay.
     */
    public static String visible(String text) {
        var shown = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> appendVisible(shown, c));
        return shown.toString();
    }

    private static void appendVisible(StringBuilder shown, int c) {
        if (c == '\n' || c == '\t') {
            shown.append((char) c);
        } else if (c < ' ') {
            shown.append((char) (CONTROL_PICTURES + c));
        } else if (c == 0x7f) {
            shown.append(DELETE_SIGN);
        } else if (Character.getType(c) == Character.SURROGATE) {
            shown.append(REPLACEMENT);
        } else if (hidden(c)) {
            shown.append(String.format(Locale.ROOT, c > 0xffff ? "\\u{%X}" : "\\u%04X", c));
        } else {
            shown.appendCodePoint(c);
        }
    }

    /** Format characters hide or turn text; the zero-width joiner and non-joiner are part of emoji and of scripts. */
    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> c != 0x200c && c != 0x200d;
            default -> false;
        };
    }

    /** {@link #visible} in one line: a line break becomes an arrow, a tab a space. */
    public static String line(String text) {
        return visible(text).replace('\n', NEWLINE_SIGN).replace('\t', ' ');
    }

    /** The text for HTML content and for a quoted attribute; line breaks stay line breaks of the source. */
    public static String html(String text) {
        return visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The text as HTML that shows its line breaks and indents, breaks long words, and cannot turn the direction of its surroundings. */
    public static String isolated(String text) {
        String breakable = LONG_WORD.matcher(visible(text)).replaceAll("$0" + BREAK);
        String indented =
                INDENT.matcher(html(breakable)).replaceAll(indent -> "&nbsp;".repeat(indent.end() - indent.start()));
        return "<bdi>" + indented.replace("\n", "<br>").replace(BREAK, "<wbr>") + "</bdi>";
    }

    /**
     * The text for plotly's labels, which read a few HTML tags and, between dollar signs, formulas; at most
     * {@value #HOVER} characters.
     */
    public static String plotly(String text) {
        return Width.isolated(visible(cut(text, HOVER)))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("$", "&#36;")
                .replace("\n", "<br>");
    }

    /** JSON for a script in a page: nothing in it can end the script. */
    public static String script(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /**
     * The beginning of the text, with an ellipsis if something is missing.
     *
     * @param most characters (code points) that are left, the ellipsis included; at least 1
     */
    public static String cut(String text, int most) {
        if (text.length() <= most || text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "\u2026";
    }
}

package dev.elm4j.text;

/** Whether a program ends in the middle: a bracket is open, or its last line asks for more. */
final class Brackets {

    private static final String ASKS_FOR_MORE = "=,\\:+";

    private int depth;
    private String quotes = "";

    /** The last character of the program that is no blank and in no comment. */
    private char last;

    private Brackets() {}

    /**
     * Reads strings, triple quotes and comments roughly, as most languages have them: a string ends with its line, and
     * {@code //} is a comment where a line begins or after {@code ;}, <code>{</code> or <code>}</code>, for in Python it
     * divides.
     */
    static boolean unfinished(String code) {
        var brackets = new Brackets();
        code.lines().forEach(brackets::read);
        return brackets.depth > 0 || !brackets.quotes.isEmpty() || ASKS_FOR_MORE.indexOf(brackets.last) >= 0;
    }

    private void read(String line) {
        int at = 0;
        while (at < line.length()) {
            at = quotes.isEmpty() ? step(line, at) : within(line, at);
        }
    }

    private int within(String line, int at) {
        int end = line.indexOf(quotes, at);
        if (end < 0) {
            return line.length();
        }
        int next = end + quotes.length();
        quotes = "";
        return next;
    }

    private int step(String line, int at) {
        if (line.startsWith("\"\"\"", at) || line.startsWith("'''", at)) {
            quotes = line.substring(at, at + 3);
            last = quotes.charAt(0);
            return at + 3;
        }
        char here = line.charAt(at);
        if (comment(line, at)) {
            return line.length();
        }
        last = Character.isWhitespace(here) ? last : here;
        if (here == '"' || here == '\'') {
            return string(line, at);
        }
        depth += "([{".indexOf(here) >= 0 ? 1 : ")]}".indexOf(here) >= 0 ? -1 : 0;
        return at + 1;
    }

    private static int string(String line, int open) {
        int at = open + 1;
        while (at < line.length() && line.charAt(at) != line.charAt(open)) {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(line.length(), at + 1);
    }

    private static boolean comment(String line, int at) {
        if (line.charAt(at) == '#') {
            return at == 0 || line.charAt(at - 1) == ' ';
        }
        if (!line.startsWith("//", at)) {
            return false;
        }
        String before = line.substring(0, at);
        return before.isBlank() || before.chars().anyMatch(letter -> ";{}".indexOf(letter) >= 0);
    }
}

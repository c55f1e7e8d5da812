package dev.elm4j.text;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What every reader of an answer begins with: one kind of line end, no byte order mark, no halves of surrogate pairs. */
final class Plain {

    /** Longer lines are never an announcement, a mark or a file's name; expressions are not tried on them. */
    static final int LONGEST_MARK = 240;

    private Plain() {}

    static String text(String raw) {
        String text = wellFormed(raw);
        if (text.indexOf('\r') >= 0) {
            text = text.replace("\r\n", "\n").replace('\r', '\n');
        }
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\ufeff') {
            start++;
        }
        return text.substring(start);
    }

    /** Halves of surrogate pairs become question marks. */
    static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** The lines of a text, also empty ones at its end; a text that ends in a line end has an empty last line. */
    static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    /** Lines without the blank ones at both ends, as a text without a last line end. */
    static String joined(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        return String.join("\n", lines.subList(from, to));
    }

    /** How many blanks and tabs a line begins with. */
    static int indent(String line) {
        int count = 0;
        while (count < line.length() && (line.charAt(count) == ' ' || line.charAt(count) == '\t')) {
            count++;
        }
        return count;
    }
}

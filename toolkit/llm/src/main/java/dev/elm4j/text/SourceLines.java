package dev.elm4j.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A program as lines, each with its own line end, so that what no edit touches stays as it is.
 *
 * @param texts the lines without their ends
 * @param ends of each line: newline, or carriage return and newline; empty for a last line without one
 */
record SourceLines(List<String> texts, List<String> ends) {

    static SourceLines of(String source) {
        var texts = new ArrayList<String>();
        var ends = new ArrayList<String>();
        String text = Plain.wellFormed(source);
        int at = 0;
        while (at < text.length()) {
            int feed = text.indexOf('\n', at);
            int end = feed < 0 ? text.length() : feed > at && text.charAt(feed - 1) == '\r' ? feed - 1 : feed;
            int next = feed < 0 ? text.length() : feed + 1;
            texts.add(text.substring(at, end));
            ends.add(text.substring(end, next));
            at = next;
        }
        return new SourceLines(texts, ends);
    }

    int size() {
        return texts.size();
    }

    /** The line end that most lines have; a newline if none has any. */
    String newline() {
        long windows = ends.stream().filter("\r\n"::equals).count();
        long unix = ends.stream().filter("\n"::equals).count();
        return windows > unix ? "\r\n" : "\n";
    }

    /** Whether the text ends in a line end; an empty one does. */
    boolean ended() {
        return ends.isEmpty() || !ends.get(ends.size() - 1).isEmpty();
    }
}

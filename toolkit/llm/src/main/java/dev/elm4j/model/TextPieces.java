package dev.elm4j.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text in pieces of whole sentences. Own rules, for those of Java differ between its versions. */
final class TextPieces {

    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?\u2026]['\")\\]]{0,2})\\s+|(?<=[\u3002\uff01\uff1f])\\s*|\\R+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private TextPieces() {}

    /** Pieces of at most so many words; a text that is short enough, and a blank one, is one piece as it is. */
    static List<String> of(String text, int words) {
        if (words(text) <= words) {
            return List.of(text);
        }
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        int size = 0;
        for (String sentence : SENTENCE_END.split(text.strip())) {
            for (String part : cut(sentence.strip(), words)) {
                int more = words(part);
                if (size > 0 && size + more > words) {
                    pieces.add(piece.toString());
                    piece.setLength(0);
                    size = 0;
                }
                piece.append(size == 0 || more == 0 ? "" : " ").append(part);
                size += more;
            }
        }
        if (size > 0) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    static int words(String text) {
        String plain = text.strip();
        return plain.isEmpty() ? 0 : BLANKS.split(plain).length;
    }

    private static List<String> cut(String sentence, int words) {
        if (words(sentence) <= words) {
            return List.of(sentence);
        }
        String[] all = BLANKS.split(sentence);
        var parts = new ArrayList<String>();
        for (int from = 0; from < all.length; from += words) {
            parts.add(String.join(" ", List.of(all).subList(from, Math.min(all.length, from + words))));
        }
        return parts;
    }
}

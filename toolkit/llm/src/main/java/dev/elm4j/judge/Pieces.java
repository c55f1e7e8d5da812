package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text cut into pieces that an embedding model reads to their end.
 *
 * <p>Such models read a fixed number of tokens, 128 of them MiniLM, and drop the rest without a word. A piece holds whole
 * sentences of up to {@value #MOST} words together; a longer sentence is cut between words, a longer word anywhere. A mark
 * and a letter of a script without spaces count as a word, and a long word as one for each 8 letters.
 *
 * <pre>{@code
 * Pieces.of("The soup was cold. The bread was warm.").size();      // 1
 * Pieces.of("The soup was cold. ".repeat(60)).size();              // 4: 18 sentences of 5, marks included, in a piece
 * }</pre>
 *
 * <p>All methods are pure and safe to call from any thread.
 */
public final class Pieces {

    /** Most words of a piece; a word of English has 1.3 tokens. */
    public static final int MOST = 90;

    private static final int LETTERS = 8;
    private static final int LATIN = 0x250;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?\u2026\u3002])[\\s\\p{Z}]+|\\R");
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}]+");

    private Pieces() {}

    /** The pieces in order, none blank; empty for a blank text. */
    public static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        for (String sentence : SENTENCE_END.split(requireNonNull(text, "text"))) {
            sentences.addAll(words(sentence) <= MOST ? List.of(sentence.strip()) : packed(shortWords(sentence)));
        }
        return packed(sentences);
    }

    /** How many words a text counts as. */
    static int words(String text) {
        int words = 0;
        int run = 0; // letters and digits since the last gap or mark
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            boolean spelled = point < LATIN && Character.isLetterOrDigit(point);
            boolean blank = Character.isWhitespace(point) || Character.isSpaceChar(point);
            run = spelled ? run + 1 : 0;
            words += spelled ? (run % LETTERS == 1 ? 1 : 0) : blank ? 0 : 1;
        }
        return words;
    }

    /** Parts joined by spaces as long as they fit into a piece. */
    private static List<String> packed(List<String> parts) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        int held = 0;
        for (String part : parts) {
            int more = words(part);
            if (held > 0 && held + more > MOST) {
                pieces.add(piece.toString());
                piece.setLength(0);
                held = 0;
            }
            piece.append(piece.isEmpty() || part.isEmpty() ? "" : " ").append(part);
            held += more;
        }
        if (held > 0) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static List<String> shortWords(String sentence) {
        var words = new ArrayList<String>();
        for (String word : GAP.split(sentence)) {
            if (words(word) <= MOST) {
                words.add(word);
                continue;
            }
            int[] points = word.codePoints().toArray();
            for (int from = 0; from < points.length; from += MOST) {
                words.add(new String(points, from, Math.min(MOST, points.length - from)));
            }
        }
        return words;
    }
}

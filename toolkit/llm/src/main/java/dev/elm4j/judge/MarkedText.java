package dev.elm4j.judge;

import dev.elm4j.text.Fingerprint;
import java.util.List;

/**
 * A text between two marks that it cannot hold: they are made from the text, so that nobody who writes it knows them.
 *
 * @param text what is judged
 * @param begin mark before it
 * @param end mark behind it
 */
record MarkedText(String text, String begin, String end) {

    static MarkedText of(String text) {
        String salt = "";
        String letters = Fingerprint.of(List.of(text, salt));
        while (text.contains(letters)) { // by chance: one text in millions
            salt += "+";
            letters = Fingerprint.of(List.of(text, salt));
        }
        return new MarkedText(text, "<text " + letters + ">", "</text " + letters + ">");
    }

    /** An answer without what it quotes between the marks. */
    String outside(String answer) {
        var rest = new StringBuilder();
        int from = 0;
        for (int at = answer.indexOf(begin); at >= 0; at = answer.indexOf(begin, from)) {
            rest.append(answer, from, at).append(' ');
            int to = answer.indexOf(end, at);
            if (to < 0) {
                return rest.toString();
            }
            from = to + end.length();
        }
        return rest.append(answer.substring(from)).toString();
    }
}

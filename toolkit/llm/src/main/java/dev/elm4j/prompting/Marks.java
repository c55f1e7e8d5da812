package dev.elm4j.prompting;

import dev.elm4j.text.AnswerText;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags between which a chat model is shown a text and asked for one: of a name that nothing in the prompt has, so that
 * no text can end its own marks and a child of it that holds tags is still read as a whole.
 *
 * @param tag its name without angle brackets
 */
record Marks(String tag) {

    private static final String USUAL = "text";

    /**
     * Marks for a prompt that is filled with these values; always {@code text} where it has no place for the name, since
     * then nobody tells the model of another.
     */
    static Marks of(Prompt prompt, List<String> values) {
        String tag = USUAL;
        if (prompt.places().contains("tag")) {
            List<String> lower =
                    values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
            for (int i = 2; has(lower, tag); i++) {
                tag = USUAL + i;
            }
        }
        return new Marks(tag);
    }

    private static boolean has(List<String> values, String tag) {
        return values.stream().anyMatch(value -> value.contains("<" + tag + ">") || value.contains("</" + tag + ">"));
    }

    String around(String text) {
        return opening() + "\n" + text + "\n" + closing();
    }

    private String opening() {
        return "<" + tag + ">";
    }

    private String closing() {
        return "</" + tag + ">";
    }

    /** What the last closing tag closes, or what {@link AnswerText#tagged} finds where that is nothing. */
    AnswerText within(String answer) {
        int end = answer.lastIndexOf(closing());
        int start = end < 0 ? -1 : start(answer, end);
        return start < 0
                ? AnswerText.tagged(answer, tag)
                : AnswerText.of(answer.substring(start + opening().length(), end));
    }

    /**
     * The opening tag of the closing one at {@code end}: of a text with such pairs in it the outer one, but not one that the
     * model mentions, with its closing tag, before the text begins. With too few opening tags, the first.
     */
    private int start(String answer, int end) {
        var open = new ArrayDeque<Integer>();
        Matcher tags = Pattern.compile("</?" + tag + ">").matcher(answer).region(0, end);
        int first = -1;
        while (tags.find()) {
            if (tags.group().equals(opening())) {
                open.push(tags.start());
                first = first < 0 ? tags.start() : first;
            } else {
                open.poll();
            }
        }
        return open.isEmpty() ? first : open.peek();
    }
}

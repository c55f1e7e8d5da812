package dev.elm4j.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer without the reasoning before it, which models write between tags.
 *
 * @param text what follows the reasoning
 * @param cutOff whether the reasoning never ended, so that nothing follows
 */
record Thoughts(String text, boolean cutOff) {

    private static final Pattern OPEN = Pattern.compile(
            "\\s*+<(think|thinking|reasoning|thought|thoughts|reflection|scratchpad|analysis)>",
            Pattern.CASE_INSENSITIVE);

    /** The prompt of some models opens the reasoning, so that the answer has the closing tag alone. */
    private static final Pattern TAG =
            Pattern.compile("<(/?)(?:think|thinking)>([ \\t]*+(?:\\n|$))?", Pattern.CASE_INSENSITIVE);

    /** Tags that open an answer are reasoning; elsewhere they belong to the text. */
    static Thoughts dropped(String answer) {
        int from = orphan(answer);
        Matcher open = OPEN.matcher(answer).useTransparentBounds(true);
        while (open.region(from, answer.length()).lookingAt()) {
            Matcher close = Pattern.compile("</" + open.group(1) + ">", Pattern.CASE_INSENSITIVE)
                    .matcher(answer);
            if (!close.find(open.end())) {
                return new Thoughts("", true);
            }
            from = close.end();
        }
        return new Thoughts(answer.substring(from), false);
    }

    /** Where the text begins after closing tags that nothing opened. */
    private static int orphan(String answer) {
        Matcher tag = TAG.matcher(answer);
        int from = 0;
        while (tag.find() && !tag.group(1).isEmpty() && tag.group(2) != null) {
            from = tag.end();
        }
        return OPEN.matcher(answer).lookingAt() ? 0 : from;
    }
}

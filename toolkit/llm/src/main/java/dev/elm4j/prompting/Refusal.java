package dev.elm4j.prompting;

import java.util.regex.Pattern;

/**
 * Tells an answer in which a chat model refuses from a solution. Only the usual openings count: a text that is sorry for
 * anything else is a text.
 */
final class Refusal {

    private static final int LOOKED_AT = 160;

    private static final Pattern OPENING = Pattern.compile(
            "^(?:(?:i'm|i am|we're) (?:very |so |really )?sorry|sorry|i apologi[sz]e|unfortunately|as an ai[^,.]{0,40})?[,.;:]?\\s*"
                    + "(?:but )?(?:i|we) (?:can(?:'t|not| not)|am (?:not able|unable) to|'m (?:not able|unable) to|won't|will not)"
                    + "(?: be able to)? (?:\\w+ )?"
                    + "(?:assist|help|comply|fulfil+|do (?:that|this)|provide|rewrite|generate|create|produce|write|continue with)\\b",
            Pattern.CASE_INSENSITIVE);

    private Refusal() {}

    static boolean in(String answer) {
        String opening = answer.strip();
        opening = opening.substring(0, Math.min(LOOKED_AT, opening.length())).replace('\u2019', '\'');
        return OPENING.matcher(opening).find();
    }
}

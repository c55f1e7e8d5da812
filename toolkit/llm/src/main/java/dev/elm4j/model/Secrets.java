package dev.elm4j.model;

import java.util.List;
import java.util.regex.Pattern;

/** Keeps keys out of what people read. */
final class Secrets {

    private static final String HIDDEN = "[key]";
    private static final int SHORTEST = 6;

    /** A shorter one may occur in an answer by chance. */
    private static final int SHORTEST_IN_ANSWER = 16;

    /** What looks like a key of a model that somebody else built: a bearer's token, or the usual beginnings of keys. */
    private static final Pattern KEY_LIKE = Pattern.compile(
            "(?i)(?<=bearer )[\\w.~+/=-]{6,}|\\b(?:sk|pk|gsk|hf|xai|r8|nvapi|key)[-_][\\w.-]{8,}|\\bAIza[\\w-]{20,}");

    private Secrets() {}

    /** The text without these keys and what looks like one. */
    static String hide(String text, List<String> keys) {
        return KEY_LIKE.matcher(without(text, keys, SHORTEST)).replaceAll(HIDDEN);
    }

    /** A model's answer without these keys; what only looks like one stays, for it may be a name in a program. */
    static String hideOwn(String answer, List<String> keys) {
        return without(answer, keys, SHORTEST_IN_ANSWER);
    }

    private static String without(String text, List<String> keys, int shortest) {
        String hidden = text;
        for (String key : keys) {
            if (key.length() >= shortest) {
                hidden = hidden.replace(key, HIDDEN);
            }
        }
        return hidden;
    }
}

package dev.elm4j.model;

import java.nio.charset.StandardCharsets;

/** How many tokens a text has, where nobody has counted. */
final class TokenBounds {

    /** What a request holds around its text: marks of roles, of beginning and end. */
    private static final int AROUND = 32;

    private TokenBounds() {}

    /** At most so many: a byte-level vocabulary never makes more tokens than bytes. */
    static long of(String text) {
        return (long) text.getBytes(StandardCharsets.UTF_8).length + AROUND;
    }

    /** About so many: a token holds four characters of English. */
    static int estimate(String text) {
        return (text.length() + 3) / 4;
    }
}

package dev.elm4j.text;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What was read out of an answer, or why nothing could be.
 *
 * <pre>{@code
 * Parsed<Double> rating = Ratings.one("Funny, but long: 7/10", 1, 10);
 * rating.value().orElseThrow();                               // 7
 * Ratings.one("I would rather not say.", 1, 10).reason();     // "The answer has no number."
 * }</pre>
 *
 * @param <T> the type of what was asked for
 */
public sealed interface Parsed<T> {

    /** It was there. */
    record Found<T>(T content) implements Parsed<T> {
        public Found {
            requireNonNull(content, "content");
        }
    }

    /**
     * It was not there.
     *
     * @param reason a sentence for a person
     */
    record Missing<T>(String reason) implements Parsed<T> {
        public Missing {
            requireNonNull(reason, "reason");
        }
    }

    /** What was read, or empty. */
    default Optional<T> value() {
        return this instanceof Found<T> found ? Optional.of(found.content()) : Optional.empty();
    }

    /** Why nothing could be read; empty text where it could. */
    default String reason() {
        return this instanceof Missing<T> missing ? missing.reason() : "";
    }
}

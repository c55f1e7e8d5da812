package dev.elm4j.environment;

/**
 * How much of a model's work one attempt took, in tokens.
 *
 * <pre>{@code
 * Tokens.of(120, 30).output();            // 30
 * Tokens.estimated(120, 30).isEstimate();   // "true"
 * }</pre>
 *
 * @param input tokens read, those from the provider's own cache included; at least 0
 * @param cached how many of {@code input} the provider had in its cache and may sell cheaper; at most {@code input}
 * @param output tokens written; at least 0
 * @param isEstimate whether the model did not say and these are a guess from the number of characters
 */
public record Tokens(long input, long cached, long output, boolean isEstimate) {

    /** No work at all, such as of an attempt that a busy server turned away. */
    public static final Tokens NONE = of(0, 0);

    /** @throws IllegalArgumentException if a number is negative, or more is cached than was read */
    public Tokens {
        if (input < 0 || output < 0 || cached < 0 || cached > input) {
            throw new IllegalArgumentException(
                    "Tokens need input and output of at least 0 and no more cached than input, but were %d, %d and %d."
                            .formatted(input, output, cached));
        }
    }

    /** Tokens as the model counted them, none of them cached. */
    public static Tokens of(long input, long output) {
        return new Tokens(input, 0, output, false);
    }

    /** Tokens that nobody has counted. */
    public static Tokens estimated(long input, long output) {
        return new Tokens(input, 0, output, true);
    }
}

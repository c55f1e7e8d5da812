package dev.elm4j.model;

/**
 * How a model draws its tokens.
 *
 * <pre>{@code
 * Sampling.of(0.9).topP(0.95).tokens(3, 30);   // at least 3, at most 30
 * }</pre>
 *
 * @param temperature 0 takes the likeliest token always; at least 0
 * @param topP draws from the likeliest tokens that together have this probability, in (0, 1]; default 0.95
 * @param minTokens the end token is not drawn before so many; default 1
 * @param maxTokens at most so many; default 64
 */
public record Sampling(double temperature, double topP, int minTokens, int maxTokens) {

    /** @throws IllegalArgumentException if a number is out of its range */
    public Sampling {
        require(temperature >= 0 && temperature <= 10, "temperature", "in [0, 10]", temperature);
        require(topP > 0 && topP <= 1, "topP", "in (0, 1]", topP);
        require(minTokens >= 0, "minTokens", "at least 0", minTokens);
        require(maxTokens >= Math.max(1, minTokens), "maxTokens", "at least 1 and minTokens", maxTokens);
    }

    /** The defaults at this temperature. */
    public static Sampling of(double temperature) {
        return new Sampling(temperature, 0.95, 1, 64);
    }

    /** A copy with this nucleus. */
    public Sampling topP(double topP) {
        return new Sampling(temperature, topP, minTokens, maxTokens);
    }

    /** A copy with these limits. */
    public Sampling tokens(int min, int max) {
        return new Sampling(temperature, topP, min, max);
    }

    private static void require(boolean condition, String name, String range, double value) {
        if (!condition) {
            throw new IllegalArgumentException("Sampling needs %s %s, but was %s.".formatted(name, range, value));
        }
    }
}

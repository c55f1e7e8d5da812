package dev.elm4j.environment;

/**
 * What model calls cost so far: one request to a model is one call, also when it scores several labels.
 *
 * @param calls requests to a model
 * @param inputTokens tokens read by it
 * @param outputTokens tokens written by it
 * @param nanoUsd price in billionths of a US dollar; whole numbers, so that sums are exact in any order
 * @param estimated how many of the calls had tokens that the model did not count, so that they are a guess
 */
public record Usage(long calls, long inputTokens, long outputTokens, long nanoUsd, long estimated) {

    /** Nothing used. */
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

    /** Calls without a price, counted by the model. */
    public Usage(long calls, long inputTokens, long outputTokens) {
        this(calls, inputTokens, outputTokens, 0, 0);
    }

    /** Calls with a price, counted by the model. */
    public Usage(long calls, long inputTokens, long outputTokens, long nanoUsd) {
        this(calls, inputTokens, outputTokens, nanoUsd, 0);
    }

    /** The sum of both. */
    public Usage plus(Usage other) {
        return new Usage(
                calls + other.calls,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                nanoUsd + other.nanoUsd,
                estimated + other.estimated);
    }

    /** What is left of this after the other is taken away. */
    public Usage minus(Usage other) {
        return new Usage(
                calls - other.calls,
                inputTokens - other.inputTokens,
                outputTokens - other.outputTokens,
                nanoUsd - other.nanoUsd,
                estimated - other.estimated);
    }

    /** Tokens read and written. */
    public long tokens() {
        return inputTokens + outputTokens;
    }

    /** Price in US dollars. */
    public double usd() {
        return nanoUsd / 1e9;
    }
}

package dev.elm4j.environment;

/**
 * What model calls cost so far: one request to a model is one call, also when it scores several labels.
 *
 * @param calls requests to a model
 * @param inputTokens tokens read by it
 * @param outputTokens tokens written by it
 * @param nanoUsd price in billionths of a US dollar; whole numbers, so that sums are exact in any order
 */
public record Usage(long calls, long inputTokens, long outputTokens, long nanoUsd) {

    /** Nothing used. */
    public static final Usage NONE = new Usage(0, 0, 0, 0);

    /** Calls without a price. */
    public Usage(long calls, long inputTokens, long outputTokens) {
        this(calls, inputTokens, outputTokens, 0);
    }

    /** The sum of both. */
    public Usage plus(Usage other) {
        return new Usage(
                calls + other.calls,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                nanoUsd + other.nanoUsd);
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

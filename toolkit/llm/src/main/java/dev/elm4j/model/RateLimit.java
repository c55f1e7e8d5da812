package dev.elm4j.model;

/**
 * What a provider allows: requests and tokens in a minute, and requests under way at once. Requests are spaced evenly, so
 * that no minute holds more than this, nor any part of one much more than its share.
 *
 * <pre>{@code
 * RateLimit.none().requestsPerMinute(500).tokensPerMinute(200_000).inFlight(8);
 * }</pre>
 *
 * @param requestsPerMinute {@link #UNLIMITED} for no limit
 * @param tokensPerMinute read and written; estimated before a request and corrected after it. {@link #UNLIMITED} for no limit
 * @param inFlight at once; {@link #UNLIMITED} for no limit
 */
public record RateLimit(int requestsPerMinute, int tokensPerMinute, int inFlight) {

    /** No limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** @throws IllegalArgumentException if a limit is not at least 1 */
    public RateLimit {
        require("requestsPerMinute", requestsPerMinute);
        require("tokensPerMinute", tokensPerMinute);
        require("inFlight", inFlight);
    }

    /** No limits; the default. */
    public static RateLimit none() {
        return new RateLimit(UNLIMITED, UNLIMITED, UNLIMITED);
    }

    /** A copy with so many requests a minute. */
    public RateLimit requestsPerMinute(int requests) {
        return new RateLimit(requests, tokensPerMinute, inFlight);
    }

    /** A copy with so many tokens a minute. */
    public RateLimit tokensPerMinute(int tokens) {
        return new RateLimit(requestsPerMinute, tokens, inFlight);
    }

    /** A copy with so many requests at once. */
    public RateLimit inFlight(int requests) {
        return new RateLimit(requestsPerMinute, tokensPerMinute, requests);
    }

    private static void require(String name, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "A rate limit needs %s of at least 1, but was %d. Leave it out for no limit."
                            .formatted(name, limit));
        }
    }
}

package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Usage;

/**
 * One attempt to reach a model on behalf of one request.
 *
 * <pre>{@code
 * new PaidAttempt(new Usage(1, 12, 100), new Usage(1, 12, 3)).used().outputTokens();   // 3
 * }</pre>
 *
 * @param worst what was reserved before it was made
 * @param used what it took
 */
public record PaidAttempt(Usage worst, Usage used) {

    public PaidAttempt {
        requireNonNull(worst, "worst");
        requireNonNull(used, "used");
    }
}

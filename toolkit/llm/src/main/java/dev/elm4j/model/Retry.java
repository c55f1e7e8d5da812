package dev.elm4j.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and after what wait a request to a remote model is made again: busy servers, lost connections and answers that
 * cannot be read are worth another attempt, a refused key or a malformed request is not.
 *
 * <pre>{@code
 * Retry.usual().attempts();                             // 6
 * Retry.usual().first(Duration.ofSeconds(2)).jitter(0).delay(3, new SplittableRandom(1)).toSeconds();   // 8
 * Retry.none().attempts();                              // 1
 * }</pre>
 *
 * <p>Each attempt is paid for by the run's budget before it is made. Where a server says how long to wait, that is obeyed up
 * to the longest wait.
 *
 * @param attempts at most so many, the first included; at least 1
 * @param first wait after the first attempt
 * @param factor by which each further wait is longer; at least 1
 * @param longest no wait is longer
 * @param jitter the part of a wait, in [0, 1], of which a random share is left out, so that requests which failed together
 *     are not made again together
 */
public record Retry(int attempts, Duration first, double factor, Duration longest, double jitter) {

    /** @throws IllegalArgumentException if a number is out of its range */
    public Retry {
        requireNonNull(first, "first");
        requireNonNull(longest, "longest");
        require(attempts >= 1, "attempts", "at least 1", attempts);
        require(!first.isNegative(), "first", "at least 0", first);
        require(factor >= 1 && factor <= 100, "factor", "in [1, 100]", factor);
        require(longest.compareTo(first) >= 0, "longest", "at least as long as first", longest);
        require(longest.compareTo(Duration.ofDays(1)) <= 0, "longest", "at most a day", longest);
        require(jitter >= 0 && jitter <= 1, "jitter", "in [0, 1]", jitter);
    }

    /** 6 attempts; waits of 0.5, 1, 2, 4 and 8 seconds, none over 60, a fifth of each at random. */
    public static Retry usual() {
        return new Retry(6, Duration.ofMillis(500), 2, Duration.ofSeconds(60), 0.2);
    }

    /** One attempt. */
    public static Retry none() {
        return usual().attempts(1);
    }

    /** A copy with so many attempts. */
    public Retry attempts(int attempts) {
        return new Retry(attempts, first, factor, longest, jitter);
    }

    /** A copy whose first wait is this. */
    public Retry first(Duration first) {
        return new Retry(attempts, first, factor, longest, jitter);
    }

    /** A copy without waits beyond this. */
    public Retry longest(Duration longest) {
        return new Retry(attempts, first, factor, longest, jitter);
    }

    /** A copy with this jitter. */
    public Retry jitter(double jitter) {
        return new Retry(attempts, first, factor, longest, jitter);
    }

    /**
     * The wait after an attempt.
     *
     * @param attempt the one that failed, counted from 1
     * @param random gives the jitter
     * @return in {@code [(1 - jitter) * d, d]}, where d is {@code first * factor^(attempt - 1)}, at most the longest wait
     */
    public Duration delay(int attempt, RandomGenerator random) {
        double full = Math.min(first.toNanos() * StrictMath.pow(factor, attempt - 1), longest.toNanos());
        return Duration.ofNanos((long) (full * (1 - jitter * random.nextDouble())));
    }

    private static void require(boolean condition, String name, String range, Object value) {
        if (!condition) {
            throw new IllegalArgumentException("Retry needs %s %s, but was %s.".formatted(name, range, value));
        }
    }
}

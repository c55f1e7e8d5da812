package dev.elm4j.plot;

import static java.util.Objects.requireNonNull;

import dev.elm4j.search.Budget;
import java.time.Duration;
import java.util.Optional;

/**
 * How fast a {@code run} goes and how far it wants to go. The clock is the caller's.
 *
 * <pre>{@code
 * var pace = new Pace(100, 300, Duration.ofSeconds(20));
 * pace.perSecond(150);   // 2.5
 * pace.left(150);        // Optional[PT1M]
 * }</pre>
 *
 * @param begun candidates that were committed when this {@code run} began
 * @param goal candidates that are to be committed at its end, counted from the beginning of the whole run;
 *     {@link Budget#UNLIMITED} if it has no such end
 * @param elapsed since this {@code run} began
 */
public record Pace(long begun, long goal, Duration elapsed) {

    /** @throws IllegalArgumentException if {@code elapsed} is negative */
    public Pace {
        requireNonNull(elapsed, "elapsed");
        if (elapsed.isNegative()) {
            throw new IllegalArgumentException("Elapsed time cannot be negative, but was " + elapsed + ".");
        }
    }

    /** Candidates per second of this {@code run}; 0 before the first second fraction has passed. */
    public double perSecond(long committed) {
        double seconds = elapsed.toNanos() / 1e9;
        return seconds > 0 ? (committed - begun) / seconds : 0;
    }

    /** Whether no number of candidates ends it. */
    public boolean isEndless() {
        return goal == Budget.UNLIMITED;
    }

    /** The time that the rest will take at this pace; empty while nothing is known or without an end, zero at the goal. */
    public Optional<Duration> left(long committed) {
        if (isEndless()) {
            return Optional.empty();
        }
        if (committed >= goal) {
            return Optional.of(Duration.ZERO);
        }
        double pace = perSecond(committed);
        return pace > 0 ? Optional.of(Duration.ofMillis((long) (1000 * (goal - committed) / pace))) : Optional.empty();
    }
}

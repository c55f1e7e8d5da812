package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import dev.elm4j.search.StopLimit.Quantity;
import java.time.Duration;
import java.util.Optional;

/**
 * Says when a run has done enough. Asked before the first batch and after every commit; a run ends at the first rule that
 * gives a reason.
 *
 * <pre>{@code
 * search.until(StopRule.coverage(0.8), StopRule.noImprovement(1_000)).start();
 * StopRule mine = (progress, elapsed) ->
 *         progress.failures() > 100 ? Optional.of("More than 100 candidates failed.") : Optional.empty();
 * }</pre>
 *
 * <p>A rule looks at what is committed, so a run may pass its limit by what one batch adds, and batches of a wide window
 * that are under way then are not committed. What must never be passed is a {@link Budget}. Rules from the methods here are
 * equal if they say the same.
 */
public interface StopRule {

    /**
     * Why the run should end now, as a sentence; empty to go on.
     *
     * @param progress of the whole run, all its {@code run}s together
     * @param elapsed since this {@code run} or {@code start} began
     */
    Optional<String> reason(Progress progress, Duration elapsed);

    /**
     * Ends a run when so many candidates are committed, seeds and failures included.
     *
     * @param candidates at least 1
     */
    static StopRule candidates(long candidates) {
        return new StopLimit(Quantity.CANDIDATES, candidates);
    }

    /**
     * Ends a run when its committed candidates have cost so many model calls.
     *
     * @param calls at least 1
     */
    static StopRule calls(long calls) {
        return new StopLimit(Quantity.CALLS, calls);
    }

    /**
     * Ends a run when models have read and written so many tokens for its committed candidates.
     *
     * @param tokens at least 1
     */
    static StopRule tokens(long tokens) {
        return new StopLimit(Quantity.TOKENS, tokens);
    }

    /**
     * Ends a run when its committed candidates have cost so much.
     *
     * @param usd US dollars, greater than 0
     */
    static StopRule usd(double usd) {
        return new StopLimit(Quantity.USD, usd);
    }

    /**
     * Ends a run when so much time has passed since its {@code run} or {@code start} began; looked at after each commit. The
     * one rule that makes a run depend on the machine.
     *
     * @param time longer than 0
     */
    static StopRule wallTime(Duration time) {
        requireNonNull(time, "time");
        return new StopLimit(Quantity.SECONDS, time.getSeconds() + time.getNano() / 1e9);
    }

    /**
     * Ends a run when an objective is at least this.
     *
     * @param objective finite, in the units of the objective
     */
    static StopRule objective(double objective) {
        return new StopTarget(StopTarget.Quality.BEST, objective);
    }

    /**
     * Ends a run when so large a share of the search's cells has an elite; where the strategy has cells of its own, the
     * passive archive counts.
     *
     * @param share in (0, 1]
     */
    static StopRule coverage(double share) {
        return new StopTarget(StopTarget.Quality.COVERAGE, share);
    }

    /**
     * Ends a run when nobody was new or an improvement for so long.
     *
     * @param candidates in a row, at least 1; fewer than a batch stops a run at the first batch without a discovery
     */
    static StopRule noImprovement(long candidates) {
        return new StopLimit(Quantity.UNIMPROVED, candidates);
    }
}

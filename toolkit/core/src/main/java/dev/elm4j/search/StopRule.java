package dev.elm4j.search;

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
 */
public interface StopRule {

    /**
     * Why the run should end now, as a sentence; empty to go on.
     *
     * @param progress of the whole run, all its {@code run}s together
     * @param elapsed since this {@code run} or {@code start} began
     */
    Optional<String> reason(Progress progress, Duration elapsed);
}

package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Streams.Step;
import java.util.Locale;

/**
 * Which call of a run it is: the place by which a recorded answer is found again, whatever the threads do.
 *
 * <pre>{@code
 * new CallKey(Streams.Step.PROPOSE, 12, 0).toString();   // "propose 12.0"
 * }</pre>
 *
 * @param step whether the candidate was proposed or evaluated
 * @param number of the candidate; for a re-evaluation also which sample of it, in the bits above the fortieth
 * @param call how many calls the candidate had made before in this step
 */
public record CallKey(Step step, long number, int call) {

    public CallKey {
        requireNonNull(step, "step");
    }

    @Override
    public String toString() {
        return step.name().toLowerCase(Locale.ROOT) + " " + number + "." + call;
    }
}

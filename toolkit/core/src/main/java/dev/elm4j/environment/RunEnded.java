package dev.elm4j.environment;

import java.util.concurrent.CancellationException;

/**
 * Says that a run cannot go on: no failure of a candidate, and none of its data; what was committed is kept. Whoever makes a
 * failure of what somebody's code throws must let this pass. What ends a run is listed here and nowhere else.
 *
 * <pre>{@code
 * String outcome;
 * try {
 *     throw new ModelUnavailable("The key is refused.");     // what a check, a score or a provider may throw
 * } catch (RuntimeException fault) {
 *     outcome = fault instanceof RunEnded ? "the run ends" : "the candidate failed";
 * }
 * outcome.toString();   // "the run ends"
 * }</pre>
 */
public abstract sealed class RunEnded extends RuntimeException
        permits BudgetExhausted, EnvironmentUnavailable, ModelUnavailable {

    private static final long serialVersionUID = 1;

    RunEnded(String message) {
        super(message);
    }

    RunEnded(String message, Throwable cause) {
        super(message, cause);
    }

    RunEnded(String message, boolean hasStack) {
        super(message, null, hasStack, hasStack);
    }

    /**
     * Throws on what is no failure of a candidate: that the run ended, or that it was stopped. Comes back from all else.
     *
     * @param fault what somebody's code threw
     * @throws RunEnded if it is one
     * @throws CancellationException if it is one
     */
    public static void rethrow(Throwable fault) {
        if (fault instanceof RunEnded end) {
            throw end;
        }
        if (fault instanceof CancellationException stop) {
            throw stop;
        }
    }
}

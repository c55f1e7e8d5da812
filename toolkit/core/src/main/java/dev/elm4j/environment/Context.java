package dev.elm4j.environment;

import java.util.SplittableRandom;

/**
 * What an operator or an environment may use while it works on one batch: a random stream per candidate, the metered way
 * to a model, and the wish of the user to stop.
 *
 * <p>Everything random comes from {@link #random}: then the same seed gives the same run at any number of threads.
 */
public interface Context {

    /** Number of candidates in the batch. */
    int size();

    /**
     * A new generator at the start of the stream that belongs to a candidate and to the present step (proposing and
     * evaluating have different streams). Two calls with one index give generators with equal numbers: keep it.
     *
     * @param index position in the batch, in {@code [0, size())}
     */
    SplittableRandom random(int index);

    /** The metered way to a model. */
    <M> Calls<M> calls(M model);

    /** Whether the run is being stopped; long work should look now and then. */
    boolean cancelled();

    /** @throws java.util.concurrent.CancellationException if {@link #cancelled()} */
    default void checkCancelled() {
        if (cancelled()) {
            throw new java.util.concurrent.CancellationException("The run was stopped.");
        }
    }

    /**
     * A context outside a search: calls are not metered, nothing cancels. For trying an operator or an environment by
     * hand, and for tests.
     *
     * @param seed of the random streams
     * @param size number of candidates in the batch, at least 1
     */
    static Context unmetered(long seed, int size) {
        return new UnmeteredContext(seed, size);
    }
}

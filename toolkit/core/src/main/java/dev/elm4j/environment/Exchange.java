package dev.elm4j.environment;

import java.util.List;

/**
 * One kind of request that a kind of model answers: how to ask, and what an answer cost.
 *
 * <p>Core knows no models; the modules that do give an exchange for each thing that a model can be asked
 * (chat, completion, log-likelihood). Budget and accounting wrap it in {@link Calls}.
 *
 * @param <M> type of the model
 * @param <Q> type of a request
 * @param <A> type of an answer
 */
public interface Exchange<M, Q, A> {

    /**
     * Asks the model; the only place that does.
     *
     * @param model the model
     * @param requests at least one; a model in the kernel answers them as one batch
     * @param cancelled asked between tokens where the model allows it
     * @return one answer per request, in order
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    List<A> perform(M model, List<Q> requests, java.util.function.BooleanSupplier cancelled);

    /** What this answer cost; {@code calls} is 1. */
    Usage usage(Q request, A answer);
}

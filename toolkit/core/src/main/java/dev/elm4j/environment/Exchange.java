package dev.elm4j.environment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One kind of request that a kind of model answers: how to ask, what it may cost at worst, and how request and answer are
 * recorded.
 *
 * <p>Core knows no models; the modules that do give an exchange for each thing that a model can be asked (chat, completion,
 * log-likelihood, embedding). Budget, cassette and accounting stand around it in {@link Calls}. Implementations have no
 * state and are called from several threads at once.
 *
 * @param <M> type of the model
 * @param <Q> type of a request
 * @param <A> type of an answer
 */
public interface Exchange<M, Q, A> {

    /** What kind it is, such as {@code chat}; in the cassette. */
    String kind();

    /**
     * Whether requests that are made together are answered as one batch, so that an answer may depend on its neighbours;
     * default true. If false, they are made one by one, and each answer is recorded before the next request is made.
     */
    default boolean batched() {
        return true;
    }

    /**
     * What one attempt at a request can take at most; by it, money is reserved. {@link Long#MAX_VALUE} for what has no
     * limit.
     */
    Tokens worst(M model, Q request);

    /**
     * Asks the model; the only place that does.
     *
     * @param model the model
     * @param requests at least one
     * @param attempts to be told of every attempt before it is made
     * @return one answer per request, in order
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws ModelUnavailable if the model cannot be used at all
     */
    List<A> perform(M model, List<Q> requests, Attempts attempts);

    /**
     * An answer of the right form that nobody gave, by which an estimate can look at what is asked after it; default none,
     * and then the estimate ends there.
     */
    default Optional<A> standIn(Q request) {
        return Optional.empty();
    }

    /** All that an answer depends on: the model with its settings, and the request; equal if and only if they are alike. */
    JsonNode request(M model, Q request);

    /** An answer as it is recorded. */
    JsonNode encode(A answer);

    /** A recorded answer. */
    A decode(JsonNode answer);
}

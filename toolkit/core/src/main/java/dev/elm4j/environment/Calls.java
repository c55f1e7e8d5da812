package dev.elm4j.environment;

import java.util.List;

/**
 * The metered way to one model: operators and judges reach a model only through {@link Context#calls}, where budget and
 * accounting live.
 *
 * @param <M> type of the model
 */
public interface Calls<M> {

    /**
     * Asks the model and books the cost to the candidates that asked.
     *
     * @param exchange the kind of request
     * @param calls at least one; answered as one batch where the model can
     * @return one answer per call, in order
     * @throws BudgetExhausted if these calls would pass the budget; then none of them is made
     * @throws java.util.concurrent.CancellationException if the run was stopped
     */
    <Q, A> List<A> ask(Exchange<? super M, Q, A> exchange, List<Call<Q>> calls);

    /**
     * One request on behalf of one candidate.
     *
     * @param <Q> type of a request
     * @param index position of the candidate in its batch, in {@code [0, context.size())}
     * @param request the request
     */
    record Call<Q>(int index, Q request) {}
}

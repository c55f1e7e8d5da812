package dev.elm4j.model;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A model that tells how likely a given completion is: the base of judging by log-likelihood.
 *
 * <pre>{@code
 * model.logLikelihoods(List.of(new LikelihoodRequest("", "Two and two are", List.of(" four", " five"))), () -> false);
 * }</pre>
 *
 * <p>Implementations may be called from any thread; they queue.
 */
public interface LikelihoodModel {

    /**
     * Scores each request, as one batch.
     *
     * @param requests at least one
     * @param cancelled asked now and then
     * @return one answer per request, in order
     * @throws java.util.concurrent.CancellationException soon after {@code cancelled} says true
     */
    List<Likelihoods> logLikelihoods(List<LikelihoodRequest> requests, BooleanSupplier cancelled);
}

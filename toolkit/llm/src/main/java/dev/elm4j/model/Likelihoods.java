package dev.elm4j.model;

import java.util.List;

/**
 * The answer to a {@link LikelihoodRequest}.
 *
 * @param logProbabilities natural logarithm of P(completion given prompt), one per completion, each at most 0
 * @param inputTokens tokens of prompt and completions, without what was reused
 */
public record Likelihoods(List<Double> logProbabilities, int inputTokens) {

    public Likelihoods {
        logProbabilities = List.copyOf(logProbabilities);
    }
}

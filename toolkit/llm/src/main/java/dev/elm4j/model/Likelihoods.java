package dev.elm4j.model;

import java.util.List;

/**
 * The answer to a {@link LikelihoodRequest}.
 *
 * <pre>{@code
 * var answer = new Likelihoods(List.of(-1.0, -3.0), 20);
 * answer.difference(0, 1);   // 2.0
 * answer.share(0);           // 0.88
 * }</pre>
 *
 * @param logProbabilities natural logarithm of P(completion given prompt), one per completion, each at most 0
 * @param inputTokens tokens of prompt and completions, without what was reused
 */
public record Likelihoods(List<Double> logProbabilities, int inputTokens) {

    public Likelihoods {
        logProbabilities = List.copyOf(logProbabilities);
    }

    /** By how many nats completion {@code a} is likelier than {@code b}; both count from 0. */
    public double difference(int a, int b) {
        return logProbabilities.get(a) - logProbabilities.get(b);
    }

    /** The probability of completion {@code i}, counted from 0, if it must be one of these; in [0, 1]. */
    public double share(int i) {
        double mine = logProbabilities.get(i);
        double odds = 0;
        for (double other : logProbabilities) { // against mine, so that the exponent of the likeliest never underflows
            odds += Math.exp(other - mine);
        }
        return 1 / odds;
    }
}

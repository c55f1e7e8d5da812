package dev.elm4j.model;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Failure;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a {@link LikelihoodRequest}, or why there is none.
 *
 * <pre>{@code
 * var answer = new Likelihoods(List.of(-1.0, -3.0), 20);
 * answer.difference(0, 1);   // 2.0
 * answer.share(0);           // 0.88
 * }</pre>
 *
 * @param logProbabilities natural logarithm of P(completion given prompt), one per completion, each at most 0
 * @param inputTokens tokens of prompt and completions, without what was reused
 * @param failure why the model did not take this prompt, such as that its context has no room for it; all logarithms are then
 *     negative infinity. Empty if it did
 */
public record Likelihoods(List<Double> logProbabilities, int inputTokens, Optional<Failure> failure) {

    public Likelihoods {
        logProbabilities = List.copyOf(logProbabilities);
        requireNonNull(failure, "failure");
    }

    /** What a model says of a prompt that it took. */
    public Likelihoods(List<Double> logProbabilities, int inputTokens) {
        this(logProbabilities, inputTokens, Optional.empty());
    }

    /** None for so many completions, for this reason; nothing was read. */
    public static Likelihoods failed(int completions, Failure failure) {
        return new Likelihoods(Collections.nCopies(completions, Double.NEGATIVE_INFINITY), 0, Optional.of(failure));
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

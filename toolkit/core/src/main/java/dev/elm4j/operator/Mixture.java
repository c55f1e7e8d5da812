package dev.elm4j.operator;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chooses which of a search's operators proposes the next candidate. Stateless: what it needs to know comes as credits,
 * which follow from the journal.
 *
 * <pre>{@code
 * Search.of(Functions.sphere(10)).operators(Gaussian.of(0.5), Gaussian.of(0.01)).mixture(Mixture.uniform());
 * Mixture.weighted(3, 1).name();      // "weighted(3.0, 1.0)"
 * Mixture.ucb1().choose(List.of(new Credit(4, 3, 0), Credit.NONE), random);   // 1, which was never tried
 * }</pre>
 */
public interface Mixture {

    /** Its name with its settings, part of a run's identity. */
    String name();

    /**
     * The operator of the next candidate.
     *
     * @param credits one per operator, in the order of the search; at least one
     * @param random all randomness
     * @return an index into the credits
     */
    int choose(List<Credit> credits, SplittableRandom random);

    /** Each operator with the same probability. */
    static Mixture uniform() {
        return new Mixture() {
            @Override
            public String name() {
                return "uniform";
            }

            @Override
            public int choose(List<Credit> credits, SplittableRandom random) {
                return random.nextInt(credits.size());
            }
        };
    }

    /**
     * Each operator with a probability proportional to its weight.
     *
     * @param weights one per operator of the search, in its order; finite, at least 0, not all 0
     * @throws IllegalArgumentException if a weight is not finite or negative, or all are 0; {@link #choose} throws it if there
     *     are not as many weights as operators
     */
    static Mixture weighted(double... weights) {
        return new WeightedMixture(Arrays.stream(weights).boxed().toList());
    }

    /** As {@link #ucb1(double)}, with exploration 1. */
    static Mixture ucb1() {
        return ucb1(1);
    }

    /**
     * The operator of the greatest upper confidence bound: its mean reward plus {@code exploration * sqrt(2 ln(N) / n)}, where
     * {@code n} candidates of it and {@code N} of all operators are finished or planned. An operator without a candidate
     * comes first, in the order of the search; of equals the first is chosen. Draws no random number.
     *
     * <p>UCB1 of <a href="https://doi.org/10.1023/A:1013689704352">Auer 2002</a>. Planned candidates count as in
     * <a href="https://arxiv.org/abs/1810.11755">Liu 2020</a>, so that one batch is spread over the operators though none of
     * its rewards is known yet; the mean is over finished ones.
     *
     * <p>Rewards lie in [0, 1], but most candidates of a search earn little or nothing. Auer's weight of 1 then hardly tells
     * operators apart within a thousand candidates; 0.05 to 0.2 does.
     *
     * @param exploration weight of what is not known, finite, at least 0
     * @throws IllegalArgumentException if it is not finite or negative
     */
    static Mixture ucb1(double exploration) {
        return new Ucb1Mixture(exploration);
    }
}

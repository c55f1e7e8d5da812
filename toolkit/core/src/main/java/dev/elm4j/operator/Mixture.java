package dev.elm4j.operator;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chooses which of a search's operators proposes the next candidate. Stateless: what it needs to know comes as credits,
 * which follow from the journal.
 *
 * <pre>{@code
 * Search.of(Functions.sphere(10)).operators(Gaussian.of(0.5), Gaussian.of(0.01)).mixture(Mixture.uniform());
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
}

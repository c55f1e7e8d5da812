package dev.elm4j.operator;

import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Takes each bit from one of two parents, from either with probability one half (uniform crossover, Syswerda 1989).
 *
 * <pre>{@code
 * Search.of(Functions.trap(8, 4)).operators(BitCrossover.uniform(), BitFlip.standard().atLeastOne());
 * }</pre>
 *
 * <p>It invents nothing: bits on which the parents agree stay, and a child may equal a parent, as it must while the
 * archive holds one elite. The search counts such a copy as a failure, so give it a mutation beside it. Immutable and
 * safe to share between threads.
 */
public record BitCrossover() implements Operator<boolean[]> {

    /** Each bit from either parent with probability one half. */
    public static BitCrossover uniform() {
        return new BitCrossover();
    }

    @Override
    public String name() {
        return "bit-crossover";
    }

    @Override
    public int parents() {
        return 2;
    }

    @Override
    public List<Proposal<boolean[]>> propose(List<Plan<boolean[]>> plans, Context context) {
        return plans.stream()
                .map(plan -> proposed(plan.parents(), context.random(plan.index())))
                .toList();
    }

    private static Proposal<boolean[]> proposed(List<Parent<boolean[]>> parents, SplittableRandom random) {
        boolean[] child = parents.get(0).solution().clone();
        boolean[] other = parents.get(parents.size() - 1).solution();
        if (child.length != other.length) {
            return Proposal.failed(new Failure(
                    "different lengths",
                    "The parents have %d and %d bits; crossover needs as many in both."
                            .formatted(child.length, other.length)));
        }
        for (int i = 0; i < child.length; i++) {
            child[i] = random.nextBoolean() ? child[i] : other[i];
        }
        return Proposal.of(child);
    }
}

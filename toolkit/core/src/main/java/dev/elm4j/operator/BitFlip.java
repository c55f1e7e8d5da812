package dev.elm4j.operator;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Context;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Flips each bit of one parent with a small probability, independently of the others.
 *
 * <pre>{@code
 * Search.of(Functions.trap(8, 4)).operators(BitFlip.standard().atLeastOne());
 * BitFlip.of(0.05).name();      // "bit-flip(0.05)"
 * }</pre>
 *
 * <p>Where no bit flips, the child is a copy of its parent, which the search counts as a failure: with the standard rate
 * that happens to 37 % of the children. Immutable and safe to share between threads.
 *
 * @param rate probability that a bit flips, in (0, 1]; empty for one divided by the number of bits
 * @param forced whether one bit, any with the same probability, flips where otherwise none would
 */
public record BitFlip(OptionalDouble rate, boolean forced) implements Operator<boolean[]> {

    /** @throws IllegalArgumentException if the rate is not in (0, 1] */
    public BitFlip {
        requireNonNull(rate, "rate");
        if (rate.isPresent() && !(rate.getAsDouble() > 0 && rate.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(
                    "Bit flips need a rate per bit in (0, 1], but was %s. BitFlip.standard() flips one bit on average."
                            .formatted(rate.getAsDouble()));
        }
    }

    /** Standard bit mutation: each bit with probability one divided by the number of bits, so one flips on average. */
    public static BitFlip standard() {
        return new BitFlip(OptionalDouble.empty(), false);
    }

    /**
     * Each bit with this probability.
     *
     * @throws IllegalArgumentException if the rate is not in (0, 1]
     */
    public static BitFlip of(double rate) {
        return new BitFlip(OptionalDouble.of(rate), false);
    }

    /** A copy that flips one bit, any with the same probability, where otherwise none would flip. */
    public BitFlip atLeastOne() {
        return new BitFlip(rate, true);
    }

    @Override
    public String name() {
        String each = rate.isPresent() ? String.valueOf(rate.getAsDouble()) : "1/length";
        return "bit-flip(" + each + (forced ? ", at least one" : "") + ")";
    }

    @Override
    public List<Proposal<boolean[]>> propose(List<Plan<boolean[]>> plans, Context context) {
        return plans.stream()
                .map(plan -> Proposal.of(flipped(plan.parents().get(0).solution(), context.random(plan.index()))))
                .toList();
    }

    private boolean[] flipped(boolean[] parent, SplittableRandom random) {
        boolean[] child = parent.clone();
        double each = rate.orElse(1.0 / child.length);
        int flips = 0;
        for (int i = 0; i < child.length; i++) {
            if (random.nextDouble() < each) {
                child[i] = !child[i];
                flips++;
            }
        }
        if (forced && flips == 0 && child.length > 0) {
            int one = random.nextInt(child.length);
            child[one] = !child[one];
        }
        return child;
    }
}

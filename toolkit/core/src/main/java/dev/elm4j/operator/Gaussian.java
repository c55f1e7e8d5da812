package dev.elm4j.operator;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Context;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Adds independent normal noise to every coordinate of one parent.
 *
 * <pre>{@code
 * Search.of(Functions.sphere(10)).operators(Gaussian.of(0.5));
 * Search.of(Functions.arm(10)).operators(Gaussian.of(0.1).within(-Math.PI, Math.PI));
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 *
 * @param sigma standard deviation, in the units of the coordinates; greater than 0
 * @param bounds that every coordinate of a child is clipped to; {@link Bounds#NONE} by default
 */
public record Gaussian(double sigma, Bounds bounds) implements Operator<double[]> {

    /** @throws IllegalArgumentException if sigma is not finite and greater than 0 */
    public Gaussian {
        if (!(sigma > 0 && Double.isFinite(sigma))) {
            throw new IllegalArgumentException(
                    "Gaussian variation needs a finite sigma greater than 0, but was %s.".formatted(sigma));
        }
        requireNonNull(bounds, "bounds");
    }

    /** Normal noise of this standard deviation, without bounds. */
    public static Gaussian of(double sigma) {
        return new Gaussian(sigma, Bounds.NONE);
    }

    /**
     * A copy that clips every coordinate of a child to this range.
     *
     * @throws IllegalArgumentException if not {@code min < max}
     */
    public Gaussian within(double min, double max) {
        return new Gaussian(sigma, Bounds.of(min, max));
    }

    @Override
    public String name() {
        return "gaussian(" + sigma + bounds.suffix() + ")";
    }

    @Override
    public List<Proposal<double[]>> propose(List<Plan<double[]>> plans, Context context) {
        return plans.stream()
                .map(plan -> Proposal.of(varied(plan.parents().get(0).solution(), context.random(plan.index()))))
                .toList();
    }

    private double[] varied(double[] parent, SplittableRandom random) {
        double[] child = parent.clone();
        for (int i = 0; i < child.length; i++) {
            child[i] = bounds.clip(child[i] + sigma * Normals.next(random));
        }
        return child;
    }
}

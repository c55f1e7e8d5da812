package dev.elm4j.operator;

import dev.elm4j.environment.Context;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Adds independent normal noise to every coordinate of one parent.
 *
 * <pre>{@code
 * Search.of(Functions.sphere(10)).operators(Gaussian.of(0.5));
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 *
 * @param sigma standard deviation, in the units of the coordinates; greater than 0
 */
public record Gaussian(double sigma) implements Operator<double[]> {

    /** @throws IllegalArgumentException if sigma is not finite and greater than 0 */
    public Gaussian {
        if (!(sigma > 0 && Double.isFinite(sigma))) {
            throw new IllegalArgumentException(
                    "Gaussian variation needs a finite sigma greater than 0, but was %s.".formatted(sigma));
        }
    }

    /** Normal noise of this standard deviation. */
    public static Gaussian of(double sigma) {
        return new Gaussian(sigma);
    }

    @Override
    public String name() {
        return "gaussian(" + sigma + ")";
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
            child[i] += sigma * normal(random);
        }
        return child;
    }

    /** A standard normal number by the polar method (Marsaglia 1964), the same on every Java version. */
    private static double normal(SplittableRandom random) {
        while (true) {
            double u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }
}

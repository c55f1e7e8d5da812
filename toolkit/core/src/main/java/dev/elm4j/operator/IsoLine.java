package dev.elm4j.operator;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Moves one parent by a little noise in all directions, and along the line to a second parent: where the elites lie on a
 * thin surface, children stay on it.
 *
 * <pre>{@code
 * Search.of(Functions.arm(10)).operators(IsoLine.standard().within(-Math.PI, Math.PI));
 * Search.of(Functions.sphere(100)).operators(IsoLine.of(0.5, 0.2));
 * }</pre>
 *
 * <p>A child is {@code a + iso * N(0, I) + line * N(0, 1) * (b - a)}, as in
 * <a href="https://arxiv.org/abs/1804.03906">Vassiliades 2018</a>; "the iso+line operator". While the archive holds one
 * elite the child is {@code a + iso * N(0, I)}. Immutable and safe to share between threads.
 *
 * @param iso standard deviation of the noise, in the units of the coordinates; 0 for none
 * @param line standard deviation of the move along the line, as a share of the parents' distance; 0 for none
 * @param bounds that every coordinate of a child is clipped to; {@link Bounds#NONE} by default
 */
public record IsoLine(double iso, double line, Bounds bounds) implements Operator<double[]> {

    /** @throws IllegalArgumentException if a deviation is not finite or negative, or both are 0 */
    public IsoLine {
        if (!(iso >= 0 && line >= 0 && iso + line > 0 && Double.isFinite(iso + line))) {
            throw new IllegalArgumentException(
                    "Iso+line variation needs finite deviations of at least 0, one of them greater than 0, but iso was %s and line %s. IsoLine.standard() has 0.01 and 0.2."
                            .formatted(iso, line));
        }
        requireNonNull(bounds, "bounds");
    }

    /** The deviations of the paper: 0.01 in all directions, 0.2 along the line; meant for coordinates in [0, 1]. */
    public static IsoLine standard() {
        return of(0.01, 0.2);
    }

    /**
     * These deviations, without bounds.
     *
     * @param iso in the units of the coordinates
     * @param line as a share of the parents' distance
     * @throws IllegalArgumentException if one is not finite or negative, or both are 0
     */
    public static IsoLine of(double iso, double line) {
        return new IsoLine(iso, line, Bounds.NONE);
    }

    /**
     * A copy that clips every coordinate of a child to this range.
     *
     * @throws IllegalArgumentException if not {@code min < max}
     */
    public IsoLine within(double min, double max) {
        return new IsoLine(iso, line, Bounds.of(min, max));
    }

    @Override
    public String name() {
        return "iso+line(" + iso + ", " + line + bounds.suffix() + ")";
    }

    @Override
    public int parents() {
        return 2;
    }

    @Override
    public List<Proposal<double[]>> propose(List<Plan<double[]>> plans, Context context) {
        return plans.stream()
                .map(plan -> proposed(plan.parents(), context.random(plan.index())))
                .toList();
    }

    private Proposal<double[]> proposed(List<Parent<double[]>> parents, SplittableRandom random) {
        double[] a = parents.get(0).solution();
        double[] b = parents.get(parents.size() - 1).solution(); // the same one while there is no other
        if (a.length != b.length) {
            return Proposal.failed(new Failure(
                    "different lengths",
                    "The parents have %d and %d coordinates, so no line joins them.".formatted(a.length, b.length)));
        }
        double[] noise = Normals.next(a.length, random);
        double step = line * Normals.next(random);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = bounds.clip(a[i] + iso * noise[i] + step * (b[i] - a[i]));
        }
        return Proposal.of(noise);
    }
}

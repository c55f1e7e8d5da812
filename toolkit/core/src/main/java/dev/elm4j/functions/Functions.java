package dev.elm4j.functions;

import static java.util.Objects.requireNonNull;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/**
 * Problems with known answers, scored in microseconds: on vectors, on bits and on texts.
 *
 * <pre>{@code
 * var search = Search.of(Functions.sphere(10)).operators(Gaussian.of(0.5)).seed(1);
 * search.run(1_000);
 * }</pre>
 *
 * <p>Each brings axes, a seed and a sampler for random search that draws uniformly within the bounds; a vector or a row of
 * bits of the wrong length is a failure named {@code wrong length}. The axes' bins are a proposal: cut them otherwise with
 * {@code search.axes(...)} and {@link Axis#bins(int)}.
 */
public final class Functions {

    private static final int BINS = 20;

    private Functions() {}

    /**
     * The sphere function with pyribs' linear projection: the objective is 100 at the optimum (2.048, …) and 0 at the far
     * corner of the box; the two measures are the sums of the two halves of the coordinates, a coordinate beyond ±5.12
     * counting as 5.12 divided by it. An odd coordinate belongs to the second half, whose sum may then lie outside the axis.
     *
     * <pre>{@code
     * Functions.sphere(10).axes().get(0).name();      // "first half"
     * }</pre>
     *
     * @param dimensions at least 2
     * @see <a href="https://arxiv.org/abs/1912.02400">Fontaine 2020, CMA-ME</a>
     */
    public static Environment<double[]> sphere(int dimensions) {
        Vectors.require("sphere", dimensions);
        double corner = Vectors.BOUND + Vectors.SHIFT;
        double worst = corner * corner * dimensions;
        return projected("sphere-" + dimensions, dimensions, x -> 100 * (worst - Vectors.sphere(x)) / worst);
    }

    /**
     * The Rastrigin function, a sphere with many local optima, with the same linear projection and scale as
     * {@link #sphere}: the objective is 100 at the optimum (2.048, …) and 0 at the far corner (-5.12, …). Hills near that
     * corner lie a little lower, down to -10.7.
     *
     * <pre>{@code
     * Search.of(Functions.rastrigin(20)).operators(IsoLine.of(0.5, 0.2)).run(100);
     * }</pre>
     *
     * @param dimensions at least 2
     * @see <a href="https://arxiv.org/abs/1912.02400">Fontaine 2020, CMA-ME</a>
     */
    public static Environment<double[]> rastrigin(int dimensions) {
        Vectors.require("Rastrigin function", dimensions);
        double worst = Vectors.rastrigin(-Vectors.BOUND) * dimensions;
        return projected("rastrigin-" + dimensions, dimensions, x -> 100 * (worst - Vectors.rastrigin(x)) / worst);
    }

    private static Environment<double[]> projected(String name, int dimensions, ToDoubleFunction<double[]> objective) {
        int half = dimensions / 2;
        double range = Vectors.BOUND * dimensions / 2;
        return Environment.of(
                        name,
                        (double[] x) -> x.length != dimensions
                                ? Vectors.wrongLength("coordinates", dimensions, x.length)
                                : Evaluation.of(
                                        objective.applyAsDouble(x),
                                        Vectors.folded(x, 0, half),
                                        Vectors.folded(x, half, dimensions)))
                .measures(
                        Axis.of("first half", -range, range).bins(BINS),
                        Axis.of("second half", -range, range).bins(BINS))
                .seeds(new double[dimensions])
                .sampler(Vectors.inCube(dimensions, Vectors.BOUND));
    }

    /**
     * A planar robot arm, a repertoire of ways to reach: the solution is one joint angle per link of length 1, relative to
     * the link before, meant to lie in [-π, π]; the measures are where the hand is; the objective is minus the variance of
     * the angles (rad²), so an arm that bends evenly is best.
     *
     * <p>The optimum is 0, with all angles equal; the worst in the box is -π², the offset for
     * {@code statistics().qdScore(-Math.PI * Math.PI)}, as objectives are negative. Most cells within the circle of radius
     * {@code links} can be filled, so about 79 % of the grid.
     *
     * <pre>{@code
     * Search.of(Functions.arm(10)).operators(IsoLine.of(0.1, 0.2).within(-Math.PI, Math.PI)).run(100);
     * }</pre>
     *
     * @param links at least 2
     * @see <a href="https://doi.org/10.1038/nature14422">Cully 2015</a>
     * @see <a href="https://arxiv.org/abs/1804.03906">Vassiliades 2018</a>
     */
    public static Environment<double[]> arm(int links) {
        Vectors.require("arm", links);
        return Environment.of("arm-" + links, (double[] angles) -> reached(angles, links))
                .measures(
                        Axis.of("x", -links, links).unit("links").bins(BINS),
                        Axis.of("y", -links, links).unit("links").bins(BINS))
                .seeds(new double[links])
                .sampler(Vectors.inCube(links, Math.PI));
    }

    private static Evaluation reached(double[] angles, int links) {
        if (angles.length != links) {
            return Vectors.wrongLength("angles", links, angles.length);
        }
        double direction = 0;
        double x = 0;
        double y = 0;
        for (double angle : angles) {
            direction += angle;
            x += StrictMath.cos(direction);
            y += StrictMath.sin(direction);
        }
        return Evaluation.of(-Vectors.variance(angles), x, y);
    }

    /**
     * The Ackley function, a funnel with many local optima on its slope: the objective is minus Ackley's value, the
     * measures are the first two coordinates, over the box ±32.768.
     *
     * <p>The optimum is 0 at the origin, and the objective is greater than -22.4 in the box, the offset for
     * {@code statistics().qdScore(-22.4)}, as objectives are negative. The seed is a corner of the box.
     *
     * <pre>{@code
     * Search.of(Functions.ackley(2)).operators(Gaussian.of(1).within(-32.768, 32.768)).run(100);
     * }</pre>
     *
     * @param dimensions at least 2
     * @see <a href="https://doi.org/10.1007/978-1-4613-1997-9">Ackley 1987, A connectionist machine for genetic
     *     hillclimbing</a>
     */
    public static Environment<double[]> ackley(int dimensions) {
        Vectors.require("Ackley function", dimensions);
        double bound = 32.768;
        var corner = new double[dimensions];
        Arrays.fill(corner, bound);
        return Environment.of(
                        "ackley-" + dimensions,
                        (double[] x) -> x.length != dimensions
                                ? Vectors.wrongLength("coordinates", dimensions, x.length)
                                : Evaluation.of(-Vectors.ackley(x), x[0], x[1]))
                .measures(
                        Axis.of("first", -bound, bound).bins(BINS),
                        Axis.of("second", -bound, bound).bins(BINS))
                .seeds(corner)
                .sampler(Vectors.inCube(dimensions, bound));
    }

    /**
     * Deceptive traps on bits: each block is worth its size if all its bits are one, and else its number of zeros less one,
     * so that every single step up leads away from the optimum. The objective is the sum divided by the number of bits; the
     * measures are the ones in the first half of the blocks and in the rest.
     *
     * <p>The optimum is 1, all ones; the trap is all zeros, with {@code (size - 1) / size}; the worst is 0, one zero in
     * every block. The seed alternates zeros and ones.
     *
     * <pre>{@code
     * Search.of(Functions.trap(8, 4)).operators(BitFlip.standard().atLeastOne()).run(100);
     * }</pre>
     *
     * @param blocks at least 2, one per measure
     * @param size bits of a block, at least 2
     * @see <a href="https://doi.org/10.1016/B978-0-08-094832-4.50012-X">Deb 1993, Analyzing deception in trap functions</a>
     */
    public static Environment<boolean[]> trap(int blocks, int size) {
        if (blocks < 2 || size < 2) {
            throw new IllegalArgumentException(
                    "Traps need at least 2 blocks, one per measure, of at least 2 bits, but got %d blocks of %d bits."
                            .formatted(blocks, size));
        }
        int length = Math.multiplyExact(blocks, size);
        int half = blocks / 2 * size;
        var seed = new boolean[length];
        for (int i = 1; i < length; i += 2) {
            seed[i] = true;
        }
        return Environment.of(
                        "trap-" + blocks + "x" + size,
                        (boolean[] bits) -> bits.length != length
                                ? Vectors.wrongLength("bits", length, bits.length)
                                : Evaluation.of(
                                        (double) Texts.trapped(bits, size) / length,
                                        Texts.ones(bits, 0, half),
                                        Texts.ones(bits, half, length)))
                .measures(ones("ones in the first half", half), ones("ones in the second half", length - half))
                .seeds(seed)
                .sampler(random -> Texts.randomBits(length, random));
    }

    /** One bin per number of ones while there are few. */
    private static Axis ones(String name, int most) {
        return Axis.of(name, 0, most).unit("bits").bins(Math.min(BINS, most + 1));
    }

    /**
     * Guess a text: the objective is the share of its places that hold the target's letter, of as many places as the longer
     * of both has; the measures are its length, up to twice the target's, and the share of its letters that are vowels.
     *
     * <p>The optimum is 1, the target itself and nothing else; the worst is 0. The seed is the blank. The sampler draws a
     * length up to twice the target's, then letters among a to z, the blank and those of the target. Letters are Unicode
     * code points, vowels are a, e, i, o, u.
     *
     * <pre>{@code
     * Search.of(Functions.matching("hello world")).operators(Letters.lowercase()).run(100);
     * }</pre>
     *
     * @param target at least 1 letter
     * @throws IllegalArgumentException if the target is empty
     */
    public static Environment<String> matching(String target) {
        int[] letters = requireNonNull(target, "target").codePoints().toArray();
        if (letters.length == 0) {
            throw new IllegalArgumentException("The target needs at least 1 letter, but is empty.");
        }
        String name = "matching-" + letters.length + "-"
                + UUID.nameUUIDFromBytes(target.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 13);
        int longest = 2 * letters.length;
        return Environment.of(name, (String text) -> Texts.matched(text, letters))
                .measures(
                        Axis.of("length", 0, longest).unit("letters").bins(Math.min(BINS, longest + 1)),
                        Axis.of("vowels", 0, 1).unit("share").bins(10))
                .seeds(" ")
                .sampler(Texts.like(target));
    }

    /**
     * The same problem, judged by somebody who is not sure: normal noise is added to every objective, drawn anew for each
     * candidate from its own stream, so the same run comes out the same. Measures and failures stay as they are.
     *
     * <pre>{@code
     * Functions.noisy(Functions.sphere(10), 5).name();      // "sphere-10-noise-5.0"
     * }</pre>
     *
     * <p>Of a noisy problem that is made noisy again both noises are the same number, so the deviations add up.
     *
     * @param environment any
     * @param sd standard deviation of the noise, in units of the objective; finite, at least 0
     * @throws IllegalArgumentException if the deviation is not finite or negative
     */
    public static <S> Environment<S> noisy(Environment<S> environment, double sd) {
        return new Noisy<>(environment, sd);
    }
}

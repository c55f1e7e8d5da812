package dev.elm4j.operator;

import java.util.SplittableRandom;

/**
 * Draws standard normal numbers that are the same on every Java version and platform, for operators and environments of
 * one's own: {@code random.nextGaussian()} promises no such thing.
 *
 * <pre>{@code
 * double noise = 0.1 * Normals.next(random);   // standard deviation 0.1
 * }</pre>
 *
 * <p>The polar method (<a href="https://doi.org/10.1137/1006063">Marsaglia 1964</a>) over {@link StrictMath}. Stateless;
 * the generator belongs to one thread.
 */
public final class Normals {

    private Normals() {}

    /** A standard normal number. The polar method makes two at a time; the second is thrown away. */
    public static double next(SplittableRandom random) {
        while (true) {
            double u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /**
     * Independent standard normal numbers. Uses both numbers of the polar method, so it takes about half the time of
     * {@link #next} for each, and gives other numbers.
     *
     * @param count how many, at least 0
     * @return {@code double[count]}
     */
    public static double[] next(int count, SplittableRandom random) {
        var normals = new double[count];
        for (int i = 0; i < count; ) {
            double u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                double factor = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
                normals[i++] = u * factor;
                if (i < count) {
                    normals[i++] = v * factor;
                }
            }
        }
        return normals;
    }
}

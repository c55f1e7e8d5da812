package dev.elm4j.functions;

import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import java.util.SplittableRandom;
import java.util.function.Function;

/** What the problems on {@code double[]} share. */
final class Vectors {

    /** The box of the sphere and of Rastrigin reaches from minus this to this. */
    static final double BOUND = 5.12;

    /** Their optimum has this value in every coordinate. */
    static final double SHIFT = 2.048;

    private Vectors() {}

    static void require(String problem, int dimensions) {
        if (dimensions < 2) {
            throw new IllegalArgumentException(
                    "The %s needs at least 2 dimensions, one per measure, but was %d.".formatted(problem, dimensions));
        }
    }

    static Failure wrongLength(String unit, int expected, int got) {
        return Evaluation.failed("wrong length", "Expected %d %s, but got %d.".formatted(expected, unit, got));
    }

    /** Draws uniformly from the cube between minus {@code bound} and {@code bound}. */
    static Function<SplittableRandom, double[]> inCube(int dimensions, double bound) {
        return random -> {
            var x = new double[dimensions];
            for (int i = 0; i < dimensions; i++) {
                x[i] = bound * (2 * random.nextDouble() - 1);
            }
            return x;
        };
    }

    /** The linear projection: sum of the coordinates, those outside the box counting as the bound divided by them. */
    static double folded(double[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs(x[i]) <= BOUND ? x[i] : BOUND / x[i];
        }
        return sum;
    }

    static double sphere(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += (value - SHIFT) * (value - SHIFT);
        }
        return sum;
    }

    static double rastrigin(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += rastrigin(value);
        }
        return sum;
    }

    /** The term of one coordinate, 0 at the optimum. */
    static double rastrigin(double value) {
        double z = value - SHIFT;
        return 10 + z * z - 10 * StrictMath.cos(2 * Math.PI * z);
    }

    static double ackley(double[] x) {
        double squares = 0;
        double waves = 0;
        for (double value : x) {
            squares += value * value;
            waves += StrictMath.cos(2 * Math.PI * value);
        }
        return 20
                - 20 * StrictMath.exp(-0.2 * Math.sqrt(squares / x.length))
                + Math.E
                - StrictMath.exp(waves / x.length);
    }

    static double variance(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        double mean = sum / x.length;
        double squares = 0;
        for (double value : x) {
            squares += (value - mean) * (value - mean);
        }
        return squares / x.length;
    }
}

package dev.elm4j.local;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How fast each pair of a head turns with the position of its token (Su 2021,
 * <a href="https://arxiv.org/abs/2104.09864">RoFormer</a>).
 *
 * @param base of the geometric series of frequencies
 * @param divisors by what the frequency of each pair is divided, half as many as a head has numbers; empty for 1
 */
record RotaryPositions(double base, List<Double> divisors) {

    RotaryPositions {
        divisors = List.copyOf(divisors);
    }

    static RotaryPositions of(double base) {
        return new RotaryPositions(base, List.of());
    }

    /** Radians per position of a pair. */
    double frequency(int pair, int headSize) {
        double plain = plain(pair, headSize);
        return divisors.isEmpty() ? plain : plain / divisors.get(pair);
    }

    /** All frequencies divided by one factor. */
    RotaryPositions linear(double factor, int headSize) {
        return new RotaryPositions(
                base, IntStream.range(0, headSize / 2).mapToObj(i -> factor).toList());
    }

    /**
     * The slow pairs divided by a factor, the fast ones left, those between them mixed: what Llama 3.1 does
     * (<a href="https://arxiv.org/abs/2407.21783">Dubey 2024</a>; formula of its reference code).
     */
    RotaryPositions llama3(Llama3Scaling scaling, int headSize) {
        DoubleStream scaled = IntStream.range(0, headSize / 2)
                .mapToDouble(pair -> scaling.divisor(2 * Math.PI / plain(pair, headSize)));
        return new RotaryPositions(base, scaled.boxed().toList());
    }

    private double plain(int pair, int headSize) {
        return StrictMath.pow(base, -2.0 * pair / headSize);
    }

    /**
     * {@code rope_scaling} of the type {@code llama3} in {@code config.json}.
     *
     * @param factor by which slow pairs are divided
     * @param low turns within the original context up to which a pair is slow
     * @param high turns within the original context from which on a pair is fast
     * @param context tokens of the original context
     */
    record Llama3Scaling(double factor, double low, double high, double context) {

        /** For a pair that needs so many positions for one turn. */
        double divisor(double positions) {
            double turns = context / positions;
            if (turns > high) {
                return 1;
            }
            if (turns < low) {
                return factor;
            }
            double fast = (turns - low) / (high - low);
            return 1 / ((1 - fast) / factor + fast);
        }
    }
}

package dev.elm4j.judge;

import java.util.OptionalDouble;

/** Mean and standard deviation of some numbers. */
record Moments(double mean, OptionalDouble deviation) {

    /** Of at least 1 number; the deviation has the divisor n - 1 and is empty for a single number. */
    static Moments of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Moments(
                mean,
                values.length < 2
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.sqrt(squares / (values.length - 1))));
    }
}

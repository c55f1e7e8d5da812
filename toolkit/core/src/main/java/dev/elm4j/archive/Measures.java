package dev.elm4j.archive;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The coordinates of a solution in measure space: one finite or not yet checked number per axis.
 *
 * <pre>{@code
 * var measures = Measures.of(7, -0.25);
 * measures.at(0);      // 7.0
 * measures.size();     // 2
 * }</pre>
 *
 * <p>Immutable: the array is copied in and out.
 */
public final class Measures {

    private final double[] values;

    private Measures(double[] values) {
        this.values = values;
    }

    /** Measures with these coordinates, {@code double[measures]}. */
    public static Measures of(double... values) {
        return new Measures(values.clone());
    }

    /** Number of coordinates. */
    public int size() {
        return values.length;
    }

    /** The coordinate on axis {@code i}, counted from 0. */
    public double at(int i) {
        return values[i];
    }

    /** A copy, {@code double[measures]}. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measures that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(java.util.Locale.ROOT, "%.4g", value))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}

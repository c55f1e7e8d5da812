package dev.elm4j.judge;

import java.util.Arrays;
import java.util.List;

/** A vector of length 1, {@code double[dimensions]}; sums run in a fixed order, so that they are the same everywhere. */
record Direction(double[] values) {

    /** The direction of the sum of weighted vectors; not finite if the sum is zero or a number in it is not finite. */
    static Direction ofSum(List<double[]> vectors, double[] weights) {
        double[] sum = new double[vectors.get(0).length];
        for (int v = 0; v < vectors.size(); v++) {
            double[] vector = vectors.get(v);
            if (vector.length != sum.length) {
                throw new IllegalArgumentException("The embedding model gave vectors of %d and of %d dimensions."
                        .formatted(sum.length, vector.length));
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weights[v] * vector[i];
            }
        }
        double length = Math.sqrt(product(sum, sum));
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= length;
        }
        return new Direction(sum);
    }

    /** The direction between some, each as much as the others. */
    static Direction between(List<Direction> directions) {
        double[] ones = new double[directions.size()];
        Arrays.fill(ones, 1);
        return ofSum(directions.stream().map(Direction::values).toList(), ones);
    }

    /** In [-1, 1]; NaN if one of both is not finite. */
    double cosine(Direction other) {
        return Math.max(-1, Math.min(1, product(values, other.values)));
    }

    boolean isFinite() {
        return Double.isFinite(product(values, values));
    }

    private static double product(double[] a, double[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return product;
    }
}

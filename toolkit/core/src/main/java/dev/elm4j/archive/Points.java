package dev.elm4j.archive;

import java.util.List;

/** What is to be said of points that have no cell. */
final class Points {

    private Points() {}

    /** Whether it is neither infinite nor NaN. */
    static boolean isFinite(double measure) {
        return Math.abs(measure) <= Double.MAX_VALUE;
    }

    /** Whether these are so many finite coordinates. */
    static boolean isPoint(double[] measures, int dimensions) {
        boolean point = measures != null && measures.length == dimensions;
        for (int i = 0; point && i < dimensions; i++) {
            point = isFinite(measures[i]);
        }
        return point;
    }

    static void requireCount(List<Axis> axes, double[] measures) {
        if (measures.length != axes.size()) {
            throw new IllegalArgumentException("Expected %d measures (%s), but got %d."
                    .formatted(
                            axes.size(),
                            String.join(", ", axes.stream().map(Axis::name).toList()),
                            measures.length));
        }
    }

    static IllegalArgumentException notFinite(Axis axis, double measure) {
        return new IllegalArgumentException(
                "Measure '%s' must be finite, but was %s. Reject the candidate instead of adding it."
                        .formatted(axis.name(), measure));
    }

    /** The cell of point {@code i}; if it has none, the message begins with {@code measures[i]}. */
    static int cell(Tessellation tessellation, double[][] measures, int i) {
        if (measures[i] == null) {
            throw new NullPointerException("measures[" + i + "]");
        }
        try {
            return tessellation.cellOf(measures[i]);
        } catch (IllegalArgumentException fault) {
            throw new IllegalArgumentException("measures[" + i + "]: " + fault.getMessage(), fault);
        }
    }
}

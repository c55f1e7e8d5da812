package dev.elm4j.archive;

import java.util.List;

/** The grid of {@link Tessellation#grid}: each axis is cut into bins by its own scale. */
record GridTessellation(List<Axis> axes) implements Tessellation {

    GridTessellation {
        axes = List.copyOf(axes);
        if (axes.isEmpty()) {
            throw new IllegalArgumentException(
                    "A grid needs at least 1 axis, but none was given. Try Axis.of(\"length\", 0, 10).");
        }
        long cells = 1;
        for (Axis axis : axes) {
            cells *= axis.bins();
            if (cells > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("The grid has more than %,d cells. Give its %d axes fewer bins."
                        .formatted(Integer.MAX_VALUE, axes.size()));
            }
        }
    }

    @Override
    public int cells() {
        return axes.stream().mapToInt(Axis::bins).reduce(1, (a, b) -> a * b);
    }

    @Override
    public int cellOf(double... measures) {
        if (measures.length != axes.size()) {
            throw new IllegalArgumentException("Expected %d measures (%s), but got %d."
                    .formatted(
                            axes.size(),
                            String.join(", ", axes.stream().map(Axis::name).toList()),
                            measures.length));
        }
        int cell = 0;
        for (int i = 0; i < measures.length; i++) {
            cell = cell * axes.get(i).bins() + bin(axes.get(i), measures[i]);
        }
        return cell;
    }

    private static int bin(Axis axis, double measure) {
        if (!Double.isFinite(measure)) {
            throw new IllegalArgumentException(
                    "Measure '%s' must be finite, but was %s. Reject the candidate instead of adding it."
                            .formatted(axis.name(), measure));
        }
        return axis.scale().binOf(measure);
    }

    @Override
    public double distance(int a, int b) {
        int steps = 0;
        for (int i = axes.size() - 1; i >= 0; i--) {
            int bins = axes.get(i).bins();
            int apart = Math.abs(a % bins - b % bins);
            steps += axes.get(i).isCategorical() ? Math.min(1, apart) : apart; // categories have no order
            a /= bins;
            b /= bins;
        }
        return steps;
    }
}

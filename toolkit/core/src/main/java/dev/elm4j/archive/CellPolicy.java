package dev.elm4j.archive;

/**
 * What a cell keeps: the rule by which a newcomer enters.
 *
 * <pre>{@code
 * Archive.<String>of(Tessellation.grid(Axis.of("length", 0, 80)), CellPolicy.top(5), 0);
 * }</pre>
 */
public sealed interface CellPolicy {

    /** Its name with its settings, part of a run's identity. */
    String name();

    /** Most solutions that one cell holds, at least 1. */
    int depth();

    /** One elite per cell; a newcomer must be strictly better (MAP-Elites). */
    static CellPolicy elite() {
        return new SoftThreshold(1, Double.NEGATIVE_INFINITY);
    }

    /** CMA-MAE's soft threshold (Fontaine 2023). */
    static CellPolicy softThreshold(double learningRate, double minimum) {
        return new SoftThreshold(learningRate, minimum);
    }

    /** Deep-Grid (Flageat 2020): a newcomer always enters; a full cell loses a random one. */
    static CellPolicy deepGrid(int depth) {
        return new DeepGrid(depth);
    }

    /** The {@code depth} best of a cell. */
    static CellPolicy top(int depth) {
        return new Top(depth);
    }

    /** Threshold per cell; elite cells are rate 1 and minimum -inf. */
    record SoftThreshold(double learningRate, double minimum) implements CellPolicy {
        @Override
        public String name() {
            return learningRate == 1 && minimum == Double.NEGATIVE_INFINITY
                    ? "elite"
                    : "soft threshold(%s, %s)".formatted(learningRate, minimum);
        }

        @Override
        public int depth() {
            return 1;
        }
    }

    /** See {@link #deepGrid}. */
    record DeepGrid(int depth) implements CellPolicy {
        @Override
        public String name() {
            return "deep grid(%d)".formatted(depth);
        }
    }

    /** See {@link #top}. */
    record Top(int depth) implements CellPolicy {
        @Override
        public String name() {
            return "top(%d)".formatted(depth);
        }
    }
}

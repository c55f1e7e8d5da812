package dev.elm4j.archive;

/**
 * What a cell keeps: the rule by which a newcomer enters.
 *
 * <pre>{@code
 * CellPolicy.elite().name();                      // "elite"
 * CellPolicy.softThreshold(0.1, -1).name();       // "soft threshold(0.1, -1.0)"
 * CellPolicy.top(5).depth();                      // 5
 * var noisy = Archive.<String>of(Tessellation.grid(Axis.of("length", 0, 80)), CellPolicy.deepGrid(50), 7);
 * noisy.add("hello", 0.5, 5);
 * noisy.add("world", 0.25, 5).status();           // "ADDED"
 * }</pre>
 *
 * <p>A value without state: one policy may serve many archives and threads.
 */
public sealed interface CellPolicy {

    /** Its name with its settings, part of a run's identity. */
    String name();

    /** Most solutions that one cell holds, at least 1. */
    int depth();

    /**
     * One elite per cell; a newcomer must be strictly better (MAP-Elites).
     *
     * @see <a href="https://arxiv.org/abs/1504.04909">Mouret 2015</a>
     */
    static CellPolicy elite() {
        return new SoftThreshold(1, Double.NEGATIVE_INFINITY);
    }

    /** CMA-MAE's soft threshold: {@link SoftThreshold}. */
    static CellPolicy softThreshold(double learningRate, double minimum) {
        return new SoftThreshold(learningRate, minimum);
    }

    /** A newcomer always enters, and a full cell loses a random member for it: {@link DeepGrid}. */
    static CellPolicy deepGrid(int depth) {
        return new DeepGrid(depth);
    }

    /** The {@code depth} best of a cell: {@link Top}. */
    static CellPolicy top(int depth) {
        return new Top(depth);
    }

    /**
     * One member per cell, and a threshold per cell that a newcomer must pass, strictly; then it takes the cell, even from
     * a better member. The threshold {@code t} begins at {@code minimum} and moves to {@code (1 - learningRate) * t +
     * learningRate * objective} with each that enters. Rate 1 and minimum -inf are the elite cells of MAP-Elites.
     *
     * <pre>{@code
     * var soft = Archive.<String>of(Tessellation.grid(Axis.of("x", 0, 1)), CellPolicy.softThreshold(0.1, 0), 0);
     * soft.add("a", 1, 0.5);
     * soft.threshold(soft.tessellation().cellOf(0.5));      // 0.1
     * soft.add("b", 0.2, 0.5).status();                     // "IMPROVED": better than 0.1, though worse than "a"
     * }</pre>
     *
     * @param learningRate how far a threshold moves towards an objective, in [0, 1]
     * @param minimum threshold of an empty cell, in the unit of the objective; -inf only with rate 1
     * @see <a href="https://arxiv.org/abs/2205.10752">Fontaine 2023, CMA-MAE</a>
     */
    record SoftThreshold(double learningRate, double minimum) implements CellPolicy {

        /** Checks, with the rules of pyribs. */
        public SoftThreshold {
            if (!(learningRate >= 0 && learningRate <= 1)) {
                throw new IllegalArgumentException(
                        "The learning rate must be in [0, 1], but was %s. Try 0.1.".formatted(learningRate));
            }
            if (Double.isNaN(minimum) || minimum == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "The minimum must be the least objective that may enter, but was %s. Try 0."
                                .formatted(minimum));
            }
            if (minimum == Double.NEGATIVE_INFINITY && learningRate != 1) {
                throw new IllegalArgumentException(("A learning rate of %s needs a finite minimum, from which the "
                                + "thresholds rise, but it was -Infinity. Give the least objective, "
                                + "or use CellPolicy.elite().")
                        .formatted(learningRate));
            }
        }

        /** Whether the threshold is simply the elite's objective. */
        boolean isElitist() {
            return minimum == Double.NEGATIVE_INFINITY;
        }

        @Override
        public String name() {
            return isElitist() ? "elite" : "soft threshold(%s, %s)".formatted(learningRate, minimum);
        }

        @Override
        public int depth() {
            return 1;
        }
    }

    /**
     * Deep-Grid: a newcomer always enters, and a full cell loses a uniformly drawn member for it, so that a lucky
     * evaluation does not hold a cell for ever. The best member is the cell's elite; it may be lost. The draws follow from
     * the archive's seed and the sequence of adds alone.
     *
     * <pre>{@code
     * CellPolicy.deepGrid(50).name();      // "deep grid(50)"
     * }</pre>
     *
     * @param depth most members of a cell, at least 1; 50 in the paper
     * @see <a href="https://doi.org/10.1162/isal_a_00317">Flageat 2020; the rule is that of the authors' C++ code</a>
     */
    record DeepGrid(int depth) implements CellPolicy {

        /** Checks the depth. */
        public DeepGrid {
            requireDepth(depth);
        }

        @Override
        public String name() {
            return "deep grid(%d)".formatted(depth);
        }
    }

    /**
     * The {@code depth} best of a cell, best first; equals stay in the order in which they came, and a newcomer that is
     * no better than the last of a full cell does not enter.
     *
     * <pre>{@code
     * CellPolicy.top(3).name();      // "top(3)"
     * }</pre>
     *
     * @param depth most members of a cell, at least 1
     */
    record Top(int depth) implements CellPolicy {

        /** Checks the depth. */
        public Top {
            requireDepth(depth);
        }

        @Override
        public String name() {
            return "top(%d)".formatted(depth);
        }
    }

    private static void requireDepth(int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException(
                    "A cell must hold at least 1 solution, but the depth was %d. Try 50.".formatted(depth));
        }
    }
}

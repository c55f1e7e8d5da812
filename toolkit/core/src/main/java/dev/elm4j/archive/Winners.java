package dev.elm4j.archive;

import java.util.Arrays;

/**
 * Per cell the best of a batch among those that may enter, and what a soft threshold needs to know of the others. Its arrays
 * serve batch after batch, so that a small batch costs nothing for the cells that it does not touch.
 */
final class Winners {

    /** From so many cells per entry on, sorting the touched cells beats going through all. */
    private static final int SPARSE = 16;

    private final CellPolicy.SoftThreshold policy;
    /** Per cell the place of its winner in the batch, from 1; 0 is none. */
    private final int[] places;

    /** Per cell its winner's objective. */
    private final double[] best;
    /** Per cell how many may enter, and the sum of their objectives; only with a soft threshold. */
    private final int[] counts;

    private final double[] sums;
    /** The cells that have a winner, where these are few. */
    private int[] touched;

    private boolean sparse;
    private int size;

    Winners(int cells, CellPolicy.SoftThreshold policy) {
        this.policy = policy;
        this.places = new int[cells];
        this.best = new double[cells];
        this.counts = new int[policy.isElitist() ? 0 : cells];
        this.sums = new double[policy.isElitist() ? 0 : cells];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
    }

    /** Begins a batch of so many entries. */
    void begin(int batch) {
        size = 0;
        sparse = batch < places.length / SPARSE;
        touched = new int[sparse ? batch : places.length];
    }

    /** Entry {@code i} of the batch may enter this cell; the first of equals wins. */
    void accept(int cell, int i, double objective) {
        if (objective > best[cell]) {
            if (sparse && places[cell] == 0) {
                touched[size++] = cell;
            }
            best[cell] = objective;
            places[cell] = i + 1;
        }
        if (!policy.isElitist()) {
            counts[cell]++;
            sums[cell] += objective;
        }
    }

    /** The cells that have a winner, ascending. */
    int[] cells() {
        if (sparse) {
            Arrays.sort(touched, 0, size);
            return Arrays.copyOf(touched, size);
        }
        for (int cell = 0; cell < places.length; cell++) {
            if (places[cell] != 0) {
                touched[size++] = cell;
            }
        }
        return Arrays.copyOf(touched, size);
    }

    /** Place of the cell's winner in the batch, from 0. */
    int of(int cell) {
        return places[cell] - 1;
    }

    /**
     * The threshold after {@code k} accepted objectives of mean {@code m}, as pyribs has it: {@code (1 - rate)^k * t + m *
     * (1 - (1 - rate)^k)}, which does not depend on their order; for one it is the rule of a single add.
     */
    double raised(int cell, double threshold) {
        if (policy.isElitist()) {
            return best[cell];
        }
        double rate = policy.learningRate();
        int count = counts[cell];
        if (count == 1) {
            return (1 - rate) * threshold + rate * sums[cell];
        }
        double kept = StrictMath.pow(1 - rate, count);
        return kept * threshold + sums[cell] / count * (1 - kept);
    }

    /** Makes the cell ready for the next batch. */
    void forget(int cell) {
        places[cell] = 0;
        best[cell] = Double.NEGATIVE_INFINITY;
        if (!policy.isElitist()) {
            counts[cell] = 0;
            sums[cell] = 0;
        }
    }
}

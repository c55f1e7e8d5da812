package dev.elm4j.archive;

import java.util.Arrays;

/** Per cell the best of a batch among those that may enter, and what a soft threshold needs to know of the others. */
final class Winners {

    /** From this share of the cells on, going through all of them beats sorting the touched ones. */
    private static final int SCAN = 16;

    private final CellPolicy.SoftThreshold policy;
    /** Per cell the place of its winner in the batch, from 1; 0 is none. */
    private final int[] places;

    private final int[] touched;
    private final int[] counts;
    private final double[] sums;
    private int size;

    Winners(int cells, int batch, CellPolicy.SoftThreshold policy) {
        this.policy = policy;
        this.places = new int[cells];
        this.touched = new int[Math.min(cells, batch)];
        this.counts = new int[policy.isElitist() ? 0 : cells];
        this.sums = new double[policy.isElitist() ? 0 : cells];
    }

    /** Entry {@code i} of the batch may enter this cell; the first of equals wins. */
    void accept(int cell, int i, double[] objectives) {
        int place = places[cell];
        if (place == 0) {
            touched[size++] = cell;
            places[cell] = i + 1;
        } else if (objectives[i] > objectives[place - 1]) {
            places[cell] = i + 1;
        }
        if (!policy.isElitist()) {
            counts[cell]++;
            sums[cell] += objectives[i];
        }
    }

    /** The cells that have a winner, ascending. */
    int[] cells() {
        int[] cells = Arrays.copyOf(touched, size);
        if (size < places.length / SCAN) {
            Arrays.sort(cells);
            return cells;
        }
        int next = 0;
        for (int cell = 0; cell < places.length; cell++) {
            if (places[cell] != 0) {
                cells[next++] = cell;
            }
        }
        return cells;
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
        double rate = policy.learningRate();
        int count = counts[cell];
        if (count == 1) {
            return (1 - rate) * threshold + rate * sums[cell];
        }
        double kept = StrictMath.pow(1 - rate, count);
        return kept * threshold + sums[cell] / count * (1 - kept);
    }
}

package dev.elm4j.archive;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * A batch whose every number has been checked, with the cells that it belongs to.
 *
 * @param objectives {@code double[batch]}
 * @param measures {@code double[batch][dimensions]}
 * @param cells {@code int[batch]}
 */
record Batch<S>(List<S> solutions, double[] objectives, double[][] measures, int[] cells, List<Axis> axes) {

    /** Checks everything before anything is added. */
    static <S> Batch<S> of(
            Tessellation tessellation, List<? extends S> solutions, double[] objectives, double[][] measures) {
        requireNonNull(solutions, "solutions");
        requireNonNull(objectives, "objectives");
        requireNonNull(measures, "measures");
        int size = solutions.size();
        if (objectives.length != size || measures.length != size) {
            throw new IllegalArgumentException(
                    "Expected one objective and one row of measures per solution, but got %d solutions, %d objectives and %d rows of measures."
                            .formatted(size, objectives.length, measures.length));
        }
        List<S> list = new ArrayList<>(solutions); // read once: the list may be of any kind
        for (int i = 0; i < size; i++) {
            if (list.get(i) == null) {
                throw new NullPointerException("solutions[" + i + "]");
            }
            if (!Double.isFinite(objectives[i])) {
                throw new IllegalArgumentException(
                        "objectives[%d] must be finite, but was %s. Leave the candidate out; nothing was added."
                                .formatted(i, objectives[i]));
            }
        }
        return new Batch<>(list, objectives, measures, tessellation.cellsOf(measures), tessellation.axes());
    }

    int size() {
        return cells.length;
    }

    /** Solution {@code i} as a member of its cell. */
    Elite<S> elite(int i) {
        return new Elite<>(Elite.BY_HAND, solutions.get(i), objectives[i], Measures.of(measures[i]), cells[i], axes);
    }
}

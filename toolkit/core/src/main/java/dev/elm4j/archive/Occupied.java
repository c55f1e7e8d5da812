package dev.elm4j.archive;

import java.util.Arrays;

/** Which cells are occupied, by which elite, and what the elites come to. */
final class Occupied<S> {

    private static final int NOBODY = -1;

    private final Elites<S> elites;
    /** Cell to position in {@link #elites}. */
    private final int[] positions;

    private PreciseSum sum = new PreciseSum();
    private Elite<S> best;

    Occupied(int cells) {
        this.elites = new Elites<>();
        this.positions = new int[cells];
        Arrays.fill(positions, NOBODY);
    }

    Occupied(Occupied<S> source) {
        this.elites = new Elites<>(source.elites);
        this.positions = source.positions.clone();
        this.sum = new PreciseSum(source.sum);
        this.best = source.best;
    }

    Elites<S> elites() {
        return elites;
    }

    int cells() {
        return positions.length;
    }

    /** Place of the cell in the order of first filling; negative if it is empty. */
    int position(int cell) {
        return positions[cell];
    }

    boolean isEmpty(int cell) {
        return positions[cell] < 0;
    }

    /** The elite of the cell, or null. */
    Elite<S> elite(int cell) {
        int position = positions[cell];
        return position < 0 ? null : elites.get(position);
    }

    /** Makes it the elite of its cell; the earlier one, or null. */
    Elite<S> put(Elite<S> elite) {
        int position = positions[elite.cell()];
        sum.add(elite.objective());
        if (position < 0) {
            positions[elite.cell()] = elites.size();
            elites.append(elite);
            return null;
        }
        Elite<S> earlier = elites.replace(position, elite);
        sum.add(-earlier.objective());
        return earlier;
    }

    /** The best that ever entered, or null. */
    Elite<S> best() {
        return best;
    }

    /** Remembers it as the best ever, if it is. */
    void entered(Elite<S> elite) {
        if (best == null || elite.objective() > best.objective()) {
            best = elite;
        }
    }

    void best(Elite<S> elite) {
        best = elite;
    }

    void forget() {
        Arrays.fill(positions, NOBODY);
        elites.forget();
        sum = new PreciseSum();
        best = null;
    }

    Statistics statistics() {
        double none = Double.NaN;
        double total = total();
        return new Statistics(
                elites.size(),
                positions.length,
                total,
                best == null ? none : best.objective(),
                elites.isEmpty() ? none : total / elites.size());
    }

    private double total() {
        double total = sum.value();
        return Double.isFinite(total) // near the greatest double a partial sum may have overflowed
                ? total
                : elites.stream().mapToDouble(Elite::objective).sum();
    }
}

package dev.elm4j.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The archive's answers to one batch, in the order of the batch.
 *
 * <pre>{@code
 * var lengths = Archive.<String>of(Tessellation.grid(Axis.of("length", 0, 80)));
 * var result = lengths.add(List.of("a", "b", "c"), new double[] {1, 2, 3}, new double[][] {{5}, {5}, {70}});
 * result.size();                          // 3
 * result.status(1);                       // "NEW": compared with the archive before the batch
 * result.value(2);                        // 3.0
 * result.count(AddStatus.IMPROVED);       // 0
 * result.toString();                      // "3 offered: 3 new, 0 improved, 0 added, 0 not added"
 * }</pre>
 *
 * <p>Immutable, so safe for use by several threads.
 */
public final class BatchResult {

    private static final AddStatus[] STATUSES = AddStatus.values();

    /** Ordinals: a third of the memory of references, and faster to write. */
    private final byte[] statuses;

    private final int[] cells;
    private final double[] values;

    /** Takes the arrays as they are: ordinals {@code byte[batch]}, {@code int[batch]}, {@code double[batch]}. */
    BatchResult(byte[] statuses, int[] cells, double[] values) {
        this.statuses = statuses;
        this.cells = cells;
        this.values = values;
    }

    /** Number of solutions that were offered. */
    public int size() {
        return statuses.length;
    }

    /**
     * What became of solution {@code i} of the batch.
     *
     * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
     */
    public AddStatus status(int i) {
        return STATUSES[statuses[Objects.checkIndex(i, statuses.length)]];
    }

    /** The cell that the measures of solution {@code i} belong to. */
    public int cell(int i) {
        return cells[Objects.checkIndex(i, cells.length)];
    }

    /** How much better solution {@code i} was than what its cell held, as {@link AddResult#value}. */
    public double value(int i) {
        return values[Objects.checkIndex(i, values.length)];
    }

    /** The three together. */
    public AddResult result(int i) {
        return new AddResult(status(i), cell(i), value(i));
    }

    /** The answers as a list, one per solution. */
    public List<AddResult> results() {
        var results = new ArrayList<AddResult>(size());
        for (int i = 0; i < size(); i++) {
            results.add(result(i));
        }
        return List.copyOf(results);
    }

    /** How many solutions had this status. */
    public int count(AddStatus status) {
        int count = 0;
        for (byte one : statuses) {
            count += one == status.ordinal() ? 1 : 0;
        }
        return count;
    }

    /** One line of at most 80 columns: how many solutions had each status. */
    @Override
    public String toString() {
        return "%d offered: %d new, %d improved, %d added, %d not added"
                .formatted(
                        size(),
                        count(AddStatus.NEW),
                        count(AddStatus.IMPROVED),
                        count(AddStatus.ADDED),
                        count(AddStatus.NOT_ADDED));
    }
}

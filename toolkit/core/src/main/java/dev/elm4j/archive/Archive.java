package dev.elm4j.archive;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The map that quality-diversity search fills: for each cell of measure space the best solution found there.
 *
 * <pre>{@code
 * var archive = Archive.<String>of(Tessellation.grid(Axis.of("length", 0, 80)));
 * archive.add("hello", 0.2, 5);          // NEW, cell 0, value 0.2
 * archive.add("Hello", 0.9, 5);          // IMPROVED, value 0.7
 * archive.add("hallo", 0.9, 5);          // NOT_ADDED: a tie keeps the elite
 * archive.statistics().coverage();       // 0.1
 * }</pre>
 *
 * <p>The rules are those of pyribs' archives with elite cells: a solution enters an empty cell, or replaces an elite that
 * is strictly worse; points outside the axes belong to the border cells; numbers that are not finite are refused and
 * leave the archive untouched. Elites are listed in the order in which their cells were first filled.
 *
 * <p>Not safe for use by several threads while one of them adds; a {@link #snapshot} is immutable and safe.
 *
 * @param <S> type of a solution
 * @see <a href="https://arxiv.org/abs/1504.04909">Mouret 2015, MAP-Elites</a>
 */
public final class Archive<S> {

    private final Tessellation tessellation;
    private final CellPolicy policy;
    private final java.util.Map<Long, Offspring> offspring;
    private final List<Elite<S>> elites;
    /** Cell to position in {@link #elites}, or -1. */
    private final int[] positions;

    private final boolean frozen;
    private double qdScore;
    private Elite<S> best;

    private Archive(Tessellation tessellation, CellPolicy policy) {
        this.tessellation = requireNonNull(tessellation, "tessellation");
        this.policy = requireNonNull(policy, "policy");
        this.offspring = new java.util.HashMap<>();
        this.elites = new ArrayList<>();
        this.positions = new int[tessellation.cells()];
        this.frozen = false;
        java.util.Arrays.fill(positions, -1);
    }

    private Archive(Archive<S> source) {
        this.tessellation = source.tessellation;
        this.policy = source.policy;
        this.offspring = java.util.Map.copyOf(source.offspring);
        this.elites = List.copyOf(source.elites);
        this.positions = source.positions.clone();
        this.frozen = true;
        this.qdScore = source.qdScore;
        this.best = source.best;
    }

    /** An empty archive over these cells. */
    public static <S> Archive<S> of(Tessellation tessellation) {
        return of(tessellation, CellPolicy.elite(), 0);
    }

    /**
     * An empty archive over these cells that keeps what the policy says.
     *
     * @param seed of the policy's own draws (which solution a full Deep-Grid cell loses); others draw none
     */
    public static <S> Archive<S> of(Tessellation tessellation, CellPolicy policy, long seed) {
        return new Archive<>(tessellation, policy);
    }

    /** What a cell keeps. */
    public CellPolicy policy() {
        return policy;
    }

    /** All solutions of a cell, in a stable order; one at most where cells hold elites. */
    public List<Elite<S>> members(int cell) {
        return elite(cell).stream().toList();
    }

    /** What became of the children of a member since it entered. */
    public Offspring offspring(Elite<S> member) {
        return offspring.getOrDefault(member.candidate(), Offspring.NONE);
    }

    /** Notes the end of a child; nothing happens if the parent is no longer a member. */
    public void bred(long parent, boolean entered) {
        offspring.merge(parent, Offspring.NONE.plus(entered), (old, one) -> old.plus(entered));
    }

    /** Empties the archive and adds these again, in order; gives those that did not stay. */
    public List<Elite<S>> refill(List<Elite<S>> members) {
        throw new UnsupportedOperationException();
    }

    /** The cells. */
    public Tessellation tessellation() {
        return tessellation;
    }

    /**
     * Offers a solution.
     *
     * @param solution the solution
     * @param objective its quality, finite; greater is better
     * @param measures one finite coordinate per axis, {@code double[dimensions]}
     * @throws IllegalArgumentException if a number is not finite or their count is wrong; the archive is as before
     * @throws IllegalStateException if this is a snapshot
     */
    public AddResult add(S solution, double objective, double... measures) {
        return add(Elite.BY_HAND, solution, objective, Measures.of(measures));
    }

    /** Offers the solution of a numbered candidate; otherwise as {@link #add(Object, double, double...)}. */
    public AddResult add(long candidate, S solution, double objective, Measures measures) {
        if (frozen) {
            throw new IllegalStateException("This archive is a snapshot and does not change. "
                    + "Add to a new one, Archive.of(archive.tessellation()).");
        }
        requireNonNull(solution, "solution");
        AddResult result = decide(objective, measures);
        if (result.status() != AddStatus.NOT_ADDED) {
            store(new Elite<>(candidate, solution, objective, measures, result.cell(), tessellation.axes()));
        }
        return result;
    }

    /** What {@link #add} would answer; changes nothing. */
    public AddResult decide(double objective, Measures measures) {
        if (!Double.isFinite(objective)) {
            throw new IllegalArgumentException(
                    "The objective must be finite, but was %s. Reject the candidate instead of adding it."
                            .formatted(objective));
        }
        int cell = tessellation.cellOf(measures.toArray());
        if (positions[cell] < 0) {
            return new AddResult(AddStatus.NEW, cell, objective);
        }
        double value = objective - elites.get(positions[cell]).objective();
        return new AddResult(value > 0 ? AddStatus.IMPROVED : AddStatus.NOT_ADDED, cell, value);
    }

    private void store(Elite<S> elite) {
        int position = positions[elite.cell()];
        if (position < 0) {
            positions[elite.cell()] = elites.size();
            elites.add(elite);
            qdScore += elite.objective();
        } else {
            qdScore += elite.objective() - elites.set(position, elite).objective();
        }
        if (best == null || elite.objective() > best.objective()) {
            best = elite;
        }
    }

    /** Whether no cell is occupied. */
    public boolean isEmpty() {
        return elites.isEmpty();
    }

    /** Number of occupied cells. */
    public int size() {
        return elites.size();
    }

    /** The elites, in the order in which their cells were first filled; a read-only view. */
    public List<Elite<S>> elites() {
        return Collections.unmodifiableList(elites);
    }

    /** The elite of a cell, empty if nobody is there. */
    public Optional<Elite<S>> elite(int cell) {
        java.util.Objects.checkIndex(cell, positions.length);
        return positions[cell] < 0 ? Optional.empty() : Optional.of(elites.get(positions[cell]));
    }

    /** The elite of the cell that contains this point. */
    public Optional<Elite<S>> elite(double... measures) {
        return elite(tessellation.cellOf(measures));
    }

    /**
     * The best elite ever added; the earliest of equals.
     *
     * @throws IllegalStateException if the archive is empty
     */
    public Elite<S> best() {
        if (best == null) {
            throw new IllegalStateException("The archive is empty, so it has no best elite. Run the search first.");
        }
        return best;
    }

    /** Coverage, QD score, best and mean. */
    public Statistics statistics() {
        double none = Double.NaN;
        return new Statistics(
                elites.size(),
                positions.length,
                qdScore,
                best == null ? none : best.objective(),
                elites.isEmpty() ? none : qdScore / elites.size());
    }

    /** An immutable copy. */
    public Archive<S> snapshot() {
        return frozen ? this : new Archive<>(this);
    }

    @Override
    public String toString() {
        return "Archive: " + statistics();
    }
}

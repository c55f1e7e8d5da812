package dev.elm4j.archive;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

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
 * <p>The rules are those of pyribs' archives: a solution enters an empty cell, or replaces an elite that is strictly
 * worse; points outside the axes belong to the border cells; numbers that are not finite are refused and leave the archive
 * untouched. What a cell keeps is the {@link CellPolicy}'s to say, which cells there are the {@link Tessellation}'s.
 *
 * <p>Lists are in the order in which cells were first filled. An iterator over {@link #elites()} fails with a {@link
 * java.util.ConcurrentModificationException} if the list changes meanwhile; to add while iterating, iterate over {@code
 * snapshot().elites()}.
 *
 * <p>Not safe for use by several threads while one of them adds; a {@link #snapshot} is immutable and safe.
 *
 * @param <S> type of a solution
 * @see <a href="https://arxiv.org/abs/1504.04909">Mouret 2015, MAP-Elites</a>
 */
public final class Archive<S> {

    private final Tessellation tessellation;
    private final CellPolicy policy;
    private final long seed;
    private final Occupied<S> occupied;
    private final Cells<S> cells;
    private final boolean frozen;
    private Brood brood;

    private Archive(Tessellation tessellation, CellPolicy policy, long seed) {
        this.tessellation = requireNonNull(tessellation, "tessellation");
        this.policy = requireNonNull(policy, "policy");
        this.seed = seed;
        this.occupied = new Occupied<>(tessellation.cells());
        this.cells = policy instanceof CellPolicy.SoftThreshold soft
                ? new SoftCells<>(occupied, soft)
                : new DeepCells<>(occupied, policy, seed);
        this.brood = new Brood();
        this.frozen = false;
    }

    private Archive(Archive<S> source) {
        this.tessellation = source.tessellation;
        this.policy = source.policy;
        this.seed = source.seed;
        this.occupied = new Occupied<>(source.occupied);
        this.cells = source.cells.over(occupied);
        this.brood = new Brood(source.brood);
        this.frozen = true;
    }

    /** An empty archive over these cells, each of which holds one elite. */
    public static <S> Archive<S> of(Tessellation tessellation) {
        return of(tessellation, CellPolicy.elite(), 0);
    }

    /**
     * An empty archive over these cells that keeps what the policy says.
     *
     * @param seed of the policy's own draws (which solution a full Deep-Grid cell loses); others draw none
     */
    public static <S> Archive<S> of(Tessellation tessellation, CellPolicy policy, long seed) {
        return new Archive<>(tessellation, policy, seed);
    }

    /**
     * An archive with these members, as {@link #members()} listed them: the same cells, members and orders. Where more is
     * needed to go on exactly as the first archive would have (the thresholds of a soft threshold, which begin here as if
     * each member had been the first of its cell, the best ever if it is no longer a member, the draws of a Deep-Grid, which
     * begin here with seed 0), restore its {@link #state()}.
     *
     * @throws IllegalArgumentException if a member's cell is not that of its measures, or a cell has more members than the
     *     policy's depth
     */
    public static <S> Archive<S> restored(Tessellation tessellation, CellPolicy policy, List<Elite<S>> members) {
        var archive = new Archive<S>(tessellation, policy, 0);
        requireNonNull(members, "members").forEach(archive::restore);
        return archive;
    }

    /**
     * The archive whose {@link #state()} this was, without {@link Offspring}; it goes on as that would have.
     *
     * @throws IllegalArgumentException as {@link #restored(Tessellation, CellPolicy, List)}, or if the number of thresholds
     *     is neither 0 nor that of the occupied cells
     */
    public static <S> Archive<S> restored(Tessellation tessellation, CellPolicy policy, ArchiveState<S> state) {
        var archive = new Archive<S>(tessellation, policy, state.seed());
        state.members().forEach(archive::restore);
        int thresholds = state.thresholds().size();
        if (thresholds != 0 && thresholds != archive.size()) {
            throw new IllegalArgumentException(
                    "Expected one threshold per occupied cell (%d) or none, but got %d. Was the state edited?"
                            .formatted(archive.size(), thresholds));
        }
        for (int i = 0; i < thresholds; i++) {
            archive.cells.threshold(
                    archive.elites().get(i).cell(), state.thresholds().get(i));
        }
        state.best().ifPresent(archive.occupied::best);
        archive.cells.draw(state.draws());
        return archive;
    }

    private void restore(Elite<S> member) {
        int cell = tessellation.cellOf(member.measures().toArray());
        if (cell != member.cell()) {
            throw new IllegalArgumentException(
                    "The member '%s' says cell %d, but its measures are in cell %d here. Use the tessellation that it was saved with, or refill(members)."
                            .formatted(member, member.cell(), cell));
        }
        if (cells.members(cell).size() == policy.depth()) {
            throw new IllegalArgumentException(
                    "Cell %d has more than the %d members that %s keeps. Use refill(members)."
                            .formatted(cell, policy.depth(), policy.name()));
        }
        enter(member);
    }

    /** The cells. */
    public Tessellation tessellation() {
        return tessellation;
    }

    /** What a cell keeps. */
    public CellPolicy policy() {
        return policy;
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
        return add(Elite.BY_HAND, solution, objective, Measures.of(requireNonNull(measures, "measures")));
    }

    /**
     * Offers the solution of a numbered candidate; otherwise as {@link #add(Object, double, double...)}.
     *
     * @param candidate its number, offered once, or {@link Elite#BY_HAND}
     */
    public AddResult add(long candidate, S solution, double objective, Measures measures) {
        requireOpen();
        requireNonNull(solution, "solution");
        AddResult result = decide(objective, measures);
        if (result.status() != AddStatus.NOT_ADDED) {
            enter(new Elite<>(candidate, solution, objective, measures, result.cell(), tessellation.axes()));
        }
        return result;
    }

    /**
     * Offers a batch, with the semantics of pyribs: statuses and values compare each solution with the archive as it was
     * before the batch, and then each cell takes the best of those that may enter, the first of equals; cells that were
     * empty are filled in ascending order. The contents are those of adding one by one; only the statuses differ, and the
     * thresholds of a soft threshold, which move by the mean of all that may enter. Cells of several members have no such
     * rule: there a batch is the same as adding its solutions one by one.
     *
     * @param solutions the solutions, one per entry
     * @param objectives {@code double[batch]}, finite; greater is better
     * @param measures {@code double[batch][dimensions]}, finite
     * @throws IllegalArgumentException if a number is not finite or a length wrong; the message names argument and index,
     *     and the archive is as before
     * @throws IllegalStateException if this is a snapshot
     */
    public BatchResult add(List<? extends S> solutions, double[] objectives, double[][] measures) {
        requireOpen();
        return cells.enter(Batch.of(tessellation, solutions, objectives, measures), brood::left);
    }

    /** What {@link #add} would answer; changes nothing. */
    public AddResult decide(double objective, Measures measures) {
        if (!Double.isFinite(objective)) {
            throw new IllegalArgumentException(
                    "The objective must be finite, but was %s. Reject the candidate instead of adding it."
                            .formatted(objective));
        }
        return cells.decide(
                tessellation.cellOf(requireNonNull(measures, "measures").toArray()), objective);
    }

    private void enter(Elite<S> elite) {
        Elite<S> left = cells.enter(elite);
        if (left != null) {
            brood.left(left);
        }
        brood.came(elite);
    }

    private void requireOpen() {
        if (frozen) {
            throw new IllegalStateException("This archive is a snapshot and does not change. "
                    + "Add to a new one, Archive.of(archive.tessellation()).");
        }
    }

    /**
     * Empties this archive, best and statistics too, and offers these again one by one, in their order. Members that stay
     * keep their {@link Offspring}; the draws of a Deep-Grid go on.
     *
     * @param members with objectives and measures as they are now; their cells are found anew
     * @return those of {@code members} that are not in the archive afterwards, in their order
     * @throws IllegalArgumentException if a number is not finite or their count is wrong; the archive is as before
     */
    public List<Elite<S>> refill(List<Elite<S>> members) {
        requireOpen();
        List<Elite<S>> offered = List.copyOf(requireNonNull(members, "members"));
        offered.forEach(member -> decide(member.objective(), member.measures()));
        Brood earlier = brood;
        brood = new Brood();
        occupied.forget();
        cells.forget();
        var again = new ArrayList<Elite<S>>(offered.size());
        for (Elite<S> member : offered) {
            AddResult result = decide(member.objective(), member.measures());
            var elite = new Elite<>(
                    member.candidate(),
                    member.solution(),
                    member.objective(),
                    member.measures(),
                    result.cell(),
                    tessellation.axes());
            again.add(elite);
            if (result.status() != AddStatus.NOT_ADDED) {
                enter(elite);
            }
        }
        brood.inherit(earlier);
        return dropped(offered, again);
    }

    private List<Elite<S>> dropped(List<Elite<S>> offered, List<Elite<S>> again) {
        var present = Collections.newSetFromMap(new IdentityHashMap<Elite<S>, Boolean>());
        present.addAll(members());
        var dropped = new ArrayList<Elite<S>>();
        for (int i = 0; i < offered.size(); i++) {
            if (!present.contains(again.get(i))) {
                dropped.add(offered.get(i));
            }
        }
        return List.copyOf(dropped);
    }

    /**
     * A new archive over other cells of the same measures, with the same policy and seed, to which the {@link #members()} of
     * this one were offered in their order. Its statistics, best, thresholds and offspring are those of that new fill.
     * Under a soft threshold, where a worse member may follow a better one, the last that may enter a cell holds it; pyribs
     * refuses to re-bin those.
     *
     * @throws IllegalArgumentException if the tessellation has another number of axes, or no cell for a member
     */
    public Rebinning<S> rebinned(Tessellation tessellation) {
        var archive = new Archive<S>(tessellation, policy, seed);
        return new Rebinning<>(archive, archive.refill(members()));
    }

    /** Whether no cell is occupied. */
    public boolean isEmpty() {
        return occupied.elites().isEmpty();
    }

    /** Number of occupied cells. */
    public int size() {
        return occupied.elites().size();
    }

    /**
     * The elite of each occupied cell, in the order in which the cells were first filled: where cells hold several, the best
     * member, the earliest of equals. A read-only view, made at no cost; its iterators fail fast.
     */
    public List<Elite<S>> elites() {
        return occupied.elites();
    }

    /** The elite of a cell, empty if nobody is there. */
    public Optional<Elite<S>> elite(int cell) {
        return Optional.ofNullable(occupied.elite(checked(cell)));
    }

    /** The elite of the cell that contains this point. */
    public Optional<Elite<S>> elite(double... measures) {
        return elite(tessellation.cellOf(measures));
    }

    /** All solutions of a cell, in a stable order; one at most where cells hold elites. */
    public List<Elite<S>> members(int cell) {
        return cells.members(checked(cell));
    }

    /** All solutions of all cells, cell by cell in the order of {@link #elites()}; a copy. */
    public List<Elite<S>> members() {
        if (policy.depth() == 1) {
            return List.copyOf(elites());
        }
        return elites().stream()
                .flatMap(elite -> cells.members(elite.cell()).stream())
                .toList();
    }

    /**
     * What an objective must be greater than to enter this cell, in the objective's unit: the threshold of a soft threshold,
     * the elite's objective where cells hold elites, the worst member's in a full cell of {@link CellPolicy.Top}; -inf where
     * everything enters.
     *
     * @param cell in {@code [0, cells)}
     */
    public double threshold(int cell) {
        return cells.threshold(checked(cell));
    }

    private int checked(int cell) {
        return Objects.checkIndex(cell, occupied.cells());
    }

    /**
     * The elites of the occupied cells nearest to the cell of a point, itself included, by {@link Tessellation#distance};
     * nearest first, of equally near ones the lowest cell first.
     *
     * @param count how many, at least 1; fewer come if fewer are there
     * @param measures the point, {@code double[dimensions]}
     */
    public List<Elite<S>> nearest(int count, double... measures) {
        return Picks.nearest(this, count, tessellation.cellOf(measures));
    }

    /**
     * The elites of {@code n} occupied cells drawn uniformly, with replacement.
     *
     * @param n how many, at least 0
     * @param random where the draws come from
     * @throws IllegalStateException if the archive is empty
     */
    public List<Elite<S>> sample(int n, SplittableRandom random) {
        return Picks.sample(elites(), n, random);
    }

    /**
     * The elites of {@code n} different occupied cells drawn uniformly, without replacement, in the order of the draws.
     *
     * @param n how many, 0 to {@link #size()}
     * @param random where the draws come from
     * @throws IllegalArgumentException if {@code n} is greater than the number of elites
     * @throws IllegalStateException if the archive is empty
     */
    public List<Elite<S>> sampleDistinct(int n, SplittableRandom random) {
        return Picks.sampleDistinct(elites(), n, random);
    }

    /** What became of the children of a member since it entered; nothing is known of those that left or have no number. */
    public Offspring offspring(Elite<S> member) {
        return brood.of(requireNonNull(member, "member").candidate());
    }

    /** Notes the end of a child; nothing happens if the parent is no longer a member. */
    public void bred(long parent, boolean entered) {
        requireOpen();
        brood.bred(parent, entered);
    }

    /**
     * The best solution that ever entered; the earliest of equals. It may no longer be a member where cells can lose their
     * best (soft thresholds, Deep-Grid).
     *
     * @throws IllegalStateException if the archive is empty
     */
    public Elite<S> best() {
        if (occupied.best() == null) {
            throw new IllegalStateException("The archive is empty, so it has no best elite. Run the search first.");
        }
        return occupied.best();
    }

    /** Coverage, QD score, best and mean. */
    public Statistics statistics() {
        return occupied.statistics();
    }

    /** All that must be saved so that {@link #restored(Tessellation, CellPolicy, ArchiveState)} goes on as this would. */
    public ArchiveState<S> state() {
        boolean soft = !policy.equals(CellPolicy.elite()) && policy instanceof CellPolicy.SoftThreshold;
        List<Double> thresholds =
                soft ? elites().stream().map(elite -> threshold(elite.cell())).toList() : List.of();
        return new ArchiveState<>(members(), thresholds, Optional.ofNullable(occupied.best()), seed, cells.draws());
    }

    /** An immutable copy, in time proportional to cells and members. */
    public Archive<S> snapshot() {
        return frozen ? this : new Archive<>(this);
    }

    @Override
    public String toString() {
        return "Archive: " + statistics();
    }
}

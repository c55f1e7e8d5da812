package dev.elm4j.comparison;

import static java.util.Objects.requireNonNull;

import dev.elm4j.comparison.Design.Cap;
import dev.elm4j.comparison.Design.Reading;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Search;
import dev.elm4j.search.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * Runs arms (strategies, operators, whole searches) by seeds at a matched budget, and says which are better.
 *
 * <pre>{@code
 * var base = Search.of(Functions.sphere(2)).operators(Gaussian.of(0.5));
 * var comparison = Comparison.of(base)
 *         .arms(Arm.strategy(Strategy.independentSampling()),                       // the first is the baseline
 *               Arm.of("MAP-Elites", search -> search.strategy(Strategy.mapElites())))
 *         .seeds(1, 2, 3, 4, 5)
 *         .budget(Cost.CANDIDATES, 200)
 *         .threads(2);
 * var table = comparison.run();
 * table.row("MAP-Elites", ComparisonTable.QD_SCORE).n();       // 5
 * }</pre>
 *
 * <p>All runs are compared by their passive archives, over the search's own cells, and by the last progress at or below the
 * budget: neither a strategy with cells of its own nor a batch too much gains anything. A run has the name
 * {@code <base>-<arm>-<seed>} and is opened as the base search's runs are; where those have journals, a comparison that was
 * interrupted goes on where it was, and one that is finished is read without a new evaluation.
 *
 * <p>The setting methods give a copy and leave this comparison as it is. {@link #run} may be called again, after an interrupt
 * say, from one thread at a time. The results are the same at any number of threads.
 *
 * @param <S> type of a solution
 */
public final class Comparison<S> implements AutoCloseable {

    private final Search<S> base;
    private final Design<S> design;
    private final int threads;
    private final Consumer<? super ComparedRun> listener;
    private List<ArmRun<S>> runs = List.of();

    private Comparison(Search<S> base, Design<S> design, int threads, Consumer<? super ComparedRun> listener) {
        this.base = base;
        this.design = design;
        this.threads = threads;
        this.listener = listener;
    }

    /** A comparison of changes to this search: seeds 1 to 5, the search's own budget of candidates, one thread. */
    public static <S> Comparison<S> of(Search<S> base) {
        requireNonNull(base, "base");
        long cap = base.setup().budget().candidates();
        var open = cap == Budget.UNLIMITED ? new Cap(null, 0) : new Cap(Cost.CANDIDATES, cap);
        return new Comparison<>(
                base,
                new Design<S>(List.of(), List.of(1L, 2L, 3L, 4L, 5L), open, new Reading<>(0, Map.of())),
                1,
                run -> {});
    }

    /**
     * A copy with these arms; the first is the one that the others are tested against.
     *
     * @throws IllegalArgumentException if there are fewer than 2, or two have one name
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Comparison<S> arms(Arm<S>... arms) {
        return arms(List.of(arms));
    }

    private Comparison<S> arms(List<Arm<S>> list) {
        if (list.size() < 2) {
            throw new IllegalArgumentException(
                    "A comparison needs at least 2 arms, but got %d. Add a baseline: Arm.strategy(Strategy.independentSampling())."
                            .formatted(list.size()));
        }
        requireDifferent("name", list.stream().map(Arm::name).toList());
        return with(design.arms(list));
    }

    /**
     * A copy with these seeds; each arm runs with each. 4 seeds are the fewest with which a difference can reach p = 0.05.
     *
     * @throws IllegalArgumentException if there are none, or two are equal
     */
    public Comparison<S> seeds(long... seeds) {
        if (seeds.length == 0) {
            throw new IllegalArgumentException(
                    "A comparison needs at least 1 seed, but got none. Try seeds(1, 2, 3, 4, 5).");
        }
        List<Long> list = LongStream.of(seeds).boxed().toList();
        requireDifferent("seed", list);
        return with(design.seeds(list));
    }

    private static void requireDifferent(String what, List<?> list) {
        for (Object one : list) {
            if (list.indexOf(one) != list.lastIndexOf(one)) {
                throw new IllegalArgumentException(
                        "Each %s may be there once, but '%s' came twice. Give another.".formatted(what, one));
            }
        }
    }

    /**
     * A copy in which each run may cost so much.
     *
     * @param budget of each run, in the cost's unit; a whole number of at least 1, or any US dollars greater than 0
     */
    public Comparison<S> budget(Cost cost, double budget) {
        requireNonNull(cost, "cost");
        return with(design.cap(new Cap(cost, cost.checked(budget))));
    }

    /**
     * A copy whose QD scores have this taken off each elite's objective; the least objective possible makes an elite always
     * worth more than an empty cell. Default 0.
     *
     * @param offset finite, in the units of the objective
     */
    public Comparison<S> offset(double offset) {
        if (!Double.isFinite(offset)) {
            throw new IllegalArgumentException("An offset must be finite, but was %s.".formatted(offset));
        }
        return with(design.reading(new Reading<>(offset, design.reading().extras())));
    }

    /**
     * A copy with one more metric, greater being better, such as the QD score of {@code search.corrected(5).passive()}. It is asked of
     * each run as it ended, which may be a batch beyond a budget of calls, tokens or US dollars, in the run's own thread.
     *
     * @param name for the table, unlike the others
     */
    public Comparison<S> metric(String name, ToDoubleFunction<? super Search<S>> metric) {
        var extras = new LinkedHashMap<>(design.reading().extras());
        var names = new ArrayList<>(ComparisonTable.STANDARD);
        names.addAll(extras.keySet());
        names.add(requireNonNull(name, "name"));
        requireDifferent("metric", names);
        extras.put(name, requireNonNull(metric, "metric"));
        return with(design.reading(new Reading<>(design.reading().offset(), extras)));
    }

    /** A copy that works on so many runs at once, at least 1; default 1. Each run has one thread. */
    public Comparison<S> threads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("A comparison needs at least 1 thread, but was %d.".formatted(threads));
        }
        return new Comparison<>(base, design, threads, listener);
    }

    /** A copy that tells of each run that ends, one at a time, from the runs' threads. One that throws is dropped. */
    public Comparison<S> listen(Consumer<? super ComparedRun> listener) {
        return new Comparison<>(base, design, threads, requireNonNull(listener, "listener"));
    }

    private Comparison<S> with(Design<S> changed) {
        return new Comparison<>(base, changed, threads, listener);
    }

    /**
     * Brings all runs to the budget and compares them. If the calling thread is interrupted, all stop and keep what they
     * have; the table then says so, and the next call goes on. A run that breaks is left out and named; the others go on.
     *
     * @throws IllegalArgumentException if an arm cannot run; nothing is evaluated then
     * @throws IllegalStateException if there are no arms or no budget
     */
    public synchronized ComparisonTable run() {
        if (runs.isEmpty()) {
            runs = prepared();
        }
        Crew crew;
        boolean whole;
        try (Series series = base.series("comparison of " + base.setup().name(), runs.size())) {
            crew = new Crew(threads, series, listener);
            whole = crew.bring(runs);
        }
        List<ComparedRun> results =
                runs.stream().flatMap(run -> run.result().stream()).toList();
        var notes = new ArrayList<String>();
        if (!whole) {
            notes.add("Interrupted: everything committed is kept, and run() goes on.");
        }
        notes.addAll(crew.faults());
        return TableMaker.table(base.setup().name(), design, results, notes);
    }

    private List<ArmRun<S>> prepared() {
        if (design.arms().isEmpty()) {
            throw new IllegalStateException("This comparison has no arms. Call .arms(Arm.of(...), Arm.of(...)).");
        }
        if (design.cap().cost() == null) {
            throw new IllegalStateException(
                    "This comparison has no budget, and neither has its search. Call .budget(Cost.CANDIDATES, 1_000).");
        }
        List<Search<S>> searches =
                design.arms().stream().map(arm -> arm.from(base)).toList();
        List<ArmRun<S>> prepared = crossed(searches);
        for (int i = 0; i < searches.size(); i++) {
            requireSameCells(prepared.get(0), prepared.get(i * design.seeds().size()));
        }
        return prepared;
    }

    private List<ArmRun<S>> crossed(List<Search<S>> searches) {
        List<String> names =
                RunNames.ofArms(design.arms().stream().map(Arm::name).toList());
        var crossed = new ArrayList<ArmRun<S>>();
        for (int i = 0; i < searches.size(); i++) {
            for (long seed : design.seeds()) {
                crossed.add(armRun(design.arms().get(i), searches.get(i), names.get(i), seed));
            }
        }
        return crossed;
    }

    private ArmRun<S> armRun(Arm<S> arm, Search<S> search, String name, long seed) {
        try {
            Search<S> named = search.seed(seed)
                    .threads(1)
                    .quiet()
                    .name(RunNames.of(base.setup().name(), name, seed));
            return new ArmRun<>(arm, design, named);
        } catch (RuntimeException wrong) {
            throw arm.cannotRun(wrong);
        }
    }

    /** Opens a run of each arm, so that what is wrong with one is said before anything is evaluated. */
    private static void requireSameCells(ArmRun<?> first, ArmRun<?> other) {
        try {
            other.search().progress();
        } catch (RuntimeException wrong) {
            throw other.arm().cannotRun(wrong);
        }
        var cells = first.search().setup().tessellation();
        var others = other.search().setup().tessellation();
        if (cells.cells() != others.cells() || !cells.axes().equals(others.axes())) {
            throw other.arm()
                    .cannotRun(new IllegalArgumentException(
                            "its search has other cells than that of '%s', and over other cells scores do not compare. Keep the axes; cells of its own belong to a strategy."
                                    .formatted(first.arm().name())));
        }
    }

    /** Ends the runs and lets go of their files, where nobody else keeps them. */
    @Override
    public synchronized void close() {
        runs.stream().map(ArmRun::search).filter(Search::isBegun).forEach(Search::close);
    }

    /**
     * Whether evolution earns its place in this search, by its own budget of candidates, or 500 if it has none, with the seeds
     * 1 to 5.
     *
     * <pre>{@code
     * var verdict = Comparison.isEvolutionNeeded(Search.of(Functions.sphere(4)).operators(Gaussian.of(0.5)));
     * verdict.answer();       // "NO": random draws fill a map of so few dimensions sooner
     * }</pre>
     *
     * @throws IllegalArgumentException if the search's strategy is a baseline itself
     */
    public static <S> Verdict isEvolutionNeeded(Search<S> search) {
        requireNonNull(search, "search");
        long cap = search.setup().budget().candidates();
        return isEvolutionNeeded(
                search, Cost.CANDIDATES, cap == Budget.UNLIMITED ? Evolution.CANDIDATES : cap, 1, 2, 3, 4, 5);
    }

    /**
     * Whether evolution earns its place in this search: its strategy against independent sampling, which never uses what it
     * found, and against random search if the environment can draw solutions, all by QD score at this budget.
     *
     * @param budget of each run, in the cost's unit
     * @param seeds at least 4, or no answer is possible
     * @throws IllegalArgumentException if the search's strategy is a baseline itself
     */
    public static <S> Verdict isEvolutionNeeded(Search<S> search, Cost cost, double budget, long... seeds) {
        requireNonNull(search, "search");
        return Evolution.verdict(Comparison.of(search)
                .arms(Evolution.arms(search))
                .seeds(seeds)
                .budget(cost, budget)
                .run());
    }
}

package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Pricing;
import dev.elm4j.operator.Mixture;
import dev.elm4j.operator.Operator;
import dev.elm4j.search.Setup.Limits;
import dev.elm4j.search.Setup.ModelUse;
import dev.elm4j.search.Setup.Schedule;
import dev.elm4j.search.Setup.Variation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A quality-diversity search: an environment, operators and cells, and four verbs that fill the cells.
 *
 * <pre>{@code
 * var search = Search.of(Functions.sphere(2)).operators(Gaussian.of(0.5)).seed(7);
 * var candidates = search.ask(10);                    // proposed
 * var evaluations = search.evaluate(candidates);      // scored
 * search.tell(candidates, evaluations);               // committed: new, improved, not added, failed
 * search.run(1_000);                                  // the same three, many times
 * search.archive();                                   // a snapshot of the map
 * }</pre>
 *
 * <p>The setting methods ({@link #operators} to {@link #window}) give a copy and leave this search as it is. The run
 * itself begins at the first verb. The verbs may be called from any thread, one at a time; reading is always safe.
 *
 * @param <S> type of a solution
 * @see <a href="https://arxiv.org/abs/2206.08896">Lehman 2022, Evolution through Large Models</a>
 */
public final class Search<S> {

    /** Candidates per batch of a search that does not say otherwise. */
    public static final int DEFAULT_BATCH = 10;

    private final Setup<S> setup;
    private final int threads;
    private final RunOpener opener;
    /** What a view shows instead of a run; null in a search. */
    private final RunRecord<S> view;

    private Run<S> run;

    private Search(Setup<S> setup, int threads, RunOpener opener) {
        this.setup = requireNonNull(setup, "setup");
        this.threads = threads;
        this.opener = opener;
        this.view = null;
    }

    private Search(RunRecord<S> view) {
        this.setup = null;
        this.threads = 1;
        this.opener = null;
        this.view = view;
    }

    /** A search in memory over the environment's own axes: batches of {@value #DEFAULT_BATCH}, window 1, seed 0. */
    public static <S> Search<S> of(Environment<S> environment) {
        return of(environment, RunOpener.inMemory());
    }

    /** A search whose runs are opened by {@code opener}. */
    public static <S> Search<S> of(Environment<S> environment, RunOpener opener) {
        requireNonNull(environment, "environment");
        Tessellation cells = environment.axes().isEmpty()
                ? null
                : Tessellation.grid(environment.axes().toArray(Axis[]::new));
        var setup = new Setup<>(
                environment.name(),
                environment,
                new Variation<S>(List.of(), Mixture.uniform()),
                Strategy.mapElites(),
                cells,
                new Limits(Budget.unlimited(), List.of()),
                new Schedule(0, DEFAULT_BATCH, 1),
                ModelUse.USUAL);
        return new Search<>(setup, 1, requireNonNull(opener, "opener"));
    }

    /**
     * A run as it was recorded, to be read: its archive, progress and record. Whatever would continue or configure it
     * throws an {@link IllegalStateException} that says so.
     */
    public static <S> Search<S> view(RunRecord<S> record) {
        return new Search<>(requireNonNull(record, "record"));
    }

    /** Whether it can only be read; see {@link #view}. */
    public boolean isView() {
        return view != null;
    }

    /** Whether its run has begun; asking does not begin it. */
    public synchronized boolean isBegun() {
        return isView() || run != null;
    }

    /** A copy with these operators; each candidate's is chosen by the {@link #mixture}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Search<S> operators(Operator<S>... operators) {
        return with(setup().variation(
                        new Variation<>(List.of(operators), setup().variation().mixture())));
    }

    /** A copy whose operators are chosen so; default {@link Mixture#uniform}. */
    public Search<S> mixture(Mixture mixture) {
        return with(setup().variation(
                        new Variation<>(setup().variation().operators(), requireNonNull(mixture, "mixture"))));
    }

    /** A copy that takes its parents by this strategy; default {@link Strategy#mapElites}. */
    public Search<S> strategy(Strategy strategy) {
        return with(setup().strategy(requireNonNull(strategy, "strategy")));
    }

    /** A copy over a grid of these axes instead of the environment's own, in the order of its measures. */
    public Search<S> axes(Axis... axes) {
        return with(setup().tessellation(Tessellation.grid(axes)));
    }

    /** A copy over these cells. */
    public Search<S> tessellation(Tessellation tessellation) {
        return with(setup().tessellation(requireNonNull(tessellation, "tessellation")));
    }

    /** A copy with these caps; default none. */
    public Search<S> budget(Budget budget) {
        return with(setup().limits(new Limits(
                requireNonNull(budget, "budget"), setup().limits().rules())));
    }

    /** A copy whose runs end when one of these rules says so; default none. */
    public Search<S> until(StopRule... rules) {
        return with(setup().limits(new Limits(setup().budget(), List.of(rules))));
    }

    /** A copy that prices the work of models so; needed for a budget in US dollars. Default no price is known. */
    public Search<S> prices(Pricing pricing) {
        return with(setup().models(new ModelUse(pricing, setup().models().cassette())));
    }

    /** A copy that looks for recorded answers here before it asks a model; default its own only. */
    public Search<S> cassette(Cassette cassette) {
        return with(setup().models(new ModelUse(setup().models().pricing(), cassette)));
    }

    /** A copy with this seed of all randomness; default 0. */
    public Search<S> seed(long seed) {
        return with(setup().schedule(new Schedule(seed, setup().batch(), setup().window())));
    }

    /** A copy of this name, which is also its folder's; default the environment's name. */
    public Search<S> name(String name) {
        return with(setup().name(name));
    }

    /** A copy that plans, proposes and evaluates {@code batch} candidates at once; default {@value #DEFAULT_BATCH}. */
    public Search<S> batch(int batch) {
        return with(setup().schedule(new Schedule(setup().seed(), batch, setup().window())));
    }

    /** A copy that plans {@code window} batches ahead of the commits; default 1, the textbook generation. */
    public Search<S> window(int window) {
        return with(setup().schedule(new Schedule(setup().seed(), setup().batch(), window)));
    }

    /**
     * A copy that works on up to {@code threads} batches at once; default 1. It never changes the results, but for
     * where a budget of calls, tokens or dollars ends a run whose batches need very different amounts.
     */
    public Search<S> threads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("A search needs at least 1 thread, but was %d.".formatted(threads));
        }
        return new Search<>(setup(), threads, opener);
    }

    /**
     * A copy for a remote model that answers {@code slots} calls at once: batches of 1 candidate, a window of 2 x slots, and
     * as many threads. Batch and window belong to the run's identity, so a run that is continued needs the same slots.
     */
    public Search<S> slots(int slots) {
        return batch(1).window(2 * slots).threads(slots);
    }

    /** A copy whose run is not shown while it goes; for runs that belong to a {@link #series}. */
    public Search<S> quiet() {
        return new Search<>(setup(), threads, opener.quiet());
    }

    /**
     * Begins to show, where runs of this search are shown, a series of them.
     *
     * @param name of the whole
     * @param runs how many there will be
     */
    public Series series(String name, int runs) {
        setup();
        return opener.series(name, runs);
    }

    private Search<S> with(Setup<S> changed) {
        return new Search<>(changed, threads, opener);
    }

    /**
     * Proposes one batch from the archive as it is now. The first batches begin with the environment's seeds. Batches
     * that a {@code run} had planned ahead are planned anew afterwards.
     *
     * @param n number of candidates, at least 1
     */
    public Candidates<S> ask(int n) {
        return open().byHand().ask(n);
    }

    /** Scores the batch that was asked for last. */
    public Evaluations evaluate(Candidates<S> candidates) {
        return open().byHand().evaluate(requireNonNull(candidates, "candidates"));
    }

    /**
     * Commits the batch that was asked for last.
     *
     * @param candidates what {@link #ask} gave
     * @param evaluations one per candidate, from {@link #evaluate} or one's own
     * @throws IllegalStateException if this batch was told before, or another was asked for since
     */
    public Commits<S> tell(Candidates<S> candidates, Evaluations evaluations) {
        return open().byHand()
                .tell(requireNonNull(candidates, "candidates"), requireNonNull(evaluations, "evaluations"));
    }

    /**
     * Asks, evaluates and tells until {@code candidates} more are committed, in whole batches (rounded up), or the budget
     * is spent, or the thread is interrupted; an interrupt keeps everything that was committed, and the next
     * {@code run} goes on.
     *
     * @param candidates at least 1
     */
    public RunReport run(int candidates) {
        return open().begin(this, candidates).finish();
    }

    /**
     * Begins to ask, evaluate and tell in the background, until a stop rule, the budget or {@link #stop} ends it; comes back
     * at once. {@link #await} waits for the end.
     *
     * @return this search
     * @throws IllegalStateException if a run is under way already
     */
    public Search<S> start() {
        open().begin(this, Loop.UNLIMITED);
        return this;
    }

    /**
     * Stops what {@link #start} or a {@code run} in another thread began, and waits until it has let go. Everything committed
     * is kept, and so is what was finished and waits for an earlier batch; the next {@code run} or {@code start} goes on.
     *
     * @return how it ended; of the last run if none is under way
     * @throws IllegalStateException if there never was one, or if it broke
     */
    public RunReport stop() {
        Loop<S> loop = begun();
        loop.stop();
        loop.awaitDrained();
        return loop.await();
    }

    /**
     * Waits until what {@link #start} began has ended. An interrupt ends the waiting only; the run goes on.
     *
     * @return how it ended, or where it stands if the wait was interrupted
     * @throws IllegalStateException if nothing was started, or if it broke
     */
    public RunReport await() {
        return begun().await();
    }

    private Loop<S> begun() {
        return open().loop()
                .orElseThrow(() -> new IllegalStateException(
                        "Search '%s' has no run to wait for. Call start() or run(100) first.".formatted(name())));
    }

    /** As {@link #inject(Object, String, String)}, by {@link Injection#SOMEBODY}. */
    public InjectionReport<S> inject(S solution, String why) {
        return inject(solution, why, Injection.SOMEBODY);
    }

    /**
     * Brings a solution of one's own; it is evaluated, counted and journaled like all candidates. If nothing is under way it
     * is committed now, and pending plans are drawn anew; otherwise, or while the environment's seeds are not committed, it
     * waits behind the plans that are pending.
     *
     * @param solution the solution
     * @param why the reason, for those who read the run later
     * @param author who brings it
     */
    public InjectionReport<S> inject(S solution, String why, String author) {
        return open().byHand().inject(requireNonNull(solution, "solution"), new Injection(author, why));
    }

    /**
     * Evaluates each elite again and fills the archive anew by the means, so that what was only lucky gives way. The first
     * evaluation, for which it was chosen, does not count. It is journaled, and the run goes on from there.
     *
     * @param samples fresh evaluations of each elite, at least 1
     * @return means, spreads and what changed
     * @throws IllegalStateException while a run is under way
     */
    public Reevaluation<S> reevaluate(int samples) {
        return open().byHand().reevaluate(samples, true);
    }

    /**
     * What the map is worth by fresh evaluations, as {@link #reevaluate} finds it; the run stays as it is.
     *
     * @param samples fresh evaluations of each elite, at least 1
     */
    public Reevaluation<S> corrected(int samples) {
        return open().byHand().reevaluate(samples, false);
    }

    /** A snapshot of the map as it is now; reading it never runs anything. */
    public Archive<S> archive() {
        return view == null ? open().archive() : view.archive();
    }

    /** Where the run stands. */
    public Progress progress() {
        return view == null ? open().progress() : view.progress();
    }

    /** Whether a run is under way, or how the last one ended; idle before the first, and of a view. Asking begins nothing. */
    public RunState state() {
        return isView() || !isBegun() ? RunState.IDLE : open().state();
    }

    /** All that can be read of the run at this moment. */
    public RunRecord<S> record() {
        return view == null ? open().record() : view;
    }

    /** Mean time per candidate of the runs of this session; empty if there was none. */
    public Optional<Duration> pace() {
        return isView() || !isBegun() ? Optional.empty() : open().pace();
    }

    /** Which operators, with which models and prompts, earn their cost; reads every commit of the run. */
    public OperatorCredits credits() {
        return OperatorCredits.of(record());
    }

    /** What this search was built with; its name may differ from the run's. */
    public Setup<S> setup() {
        if (isView()) {
            throw new IllegalStateException(
                    "Run '%s' is a view of its journal and can only be read. Run the cell that builds its search again, and it goes on."
                            .formatted(view.name()));
        }
        return setup;
    }

    /** The run's name. */
    public String name() {
        return view == null ? open().setup().name() : view.name();
    }

    /** Adds somebody who watches. */
    public Search<S> listen(SearchListener<? super S> listener) {
        open().listen(requireNonNull(listener, "listener"));
        return this;
    }

    /** Ends the run: stops what is under way and lets go of its files. Reading it goes on; the verbs do not. */
    public void close() {
        open().close();
    }

    private synchronized Run<S> open() {
        if (run == null) {
            run = opener.open(setup().checked(), threads);
        }
        return run;
    }

    @Override
    public synchronized String toString() {
        if (isView()) {
            return "View of run '%s': %s".formatted(view.name(), view.progress());
        }
        return run == null
                ? "Search '%s' over %s, not begun: call ask(10) or run(100).".formatted(setup.name(), setup.cells())
                : "Search '%s': %s".formatted(run.setup().name(), run.progress());
    }
}

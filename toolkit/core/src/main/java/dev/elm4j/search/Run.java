package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import dev.elm4j.operator.Operator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * The one that owns a run: archive, plans, commits. {@link Search} is what users type; a registry keeps this.
 *
 * <p>Commits happen in the order of the batches' numbers, one at a time. The plan of a batch is drawn at a commit, so
 * that neither threads nor the way a run is cut into several {@code run} calls changes it.
 *
 * @param <S> type of a solution
 */
public final class Run<S> implements AutoCloseable {

    private static final String CLOSED = "Run '%s' is closed. Run the cell that builds its search again to go on.";

    private final Setup<S> setup;
    private final int threads;
    private final Recorder<S> recorder;
    private final Planner<S> planner;
    private final Meter meter;
    private final Listeners<S> listeners = new Listeners<>();
    private final Book<S> book;
    /** Plans drawn ahead of the commits, for {@code run}; empty until it is asked for and after an {@code ask}. */
    private final Deque<PlannedBatch<S>> pending = new ArrayDeque<>();

    private Candidates<S> asked;
    private Loop<S> loop;
    private RunState state = RunState.IDLE;
    private String broken;

    /**
     * Begins a run, or continues the one that the recorder holds.
     *
     * @param threads that work on batches, at least 1
     * @throws IllegalStateException if what the recorder holds does not come out alike with this setup
     */
    public Run(Setup<S> setup, int threads, Recorder<S> recorder) {
        this.setup = setup.checked();
        this.threads = threads;
        this.recorder = recorder;
        List<Operator<S>> operators = setup.operators();
        this.meter = new Meter(setup.budget().calls());
        this.book = new Book<>(setup, operators, recorder);
        this.planner = new Planner<>(setup, operators, book);
        recorder.replay(this::replay);
    }

    /** What it was opened with. */
    public Setup<S> setup() {
        return setup;
    }

    /** Adds somebody who watches. */
    public void listen(SearchListener<? super S> listener) {
        listeners.add(listener);
    }

    /** Where it stands. */
    public synchronized Progress progress() {
        return book.progress();
    }

    /** Whether a {@code run} is under way, or how the last one ended. */
    public synchronized RunState state() {
        return state;
    }

    /** A snapshot of the map. */
    public synchronized Archive<S> archive() {
        return book.archive().snapshot();
    }

    /** All that can be read at this moment. */
    public synchronized RunRecord<S> record() {
        return book.record();
    }

    // ---- the verbs ----

    Candidates<S> ask(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("ask needs at least 1 candidate, but was asked for %d.".formatted(n));
        }
        awaitDrained();
        PlannedBatch<S> plan = planAsked(n);
        Candidates<S> candidates = work(work -> work.propose(plan));
        synchronized (this) {
            asked = candidates;
        }
        return candidates;
    }

    private synchronized PlannedBatch<S> planAsked(int n) {
        requireIdle();
        PlannedBatch<S> plan = planner.draw(book.nextBatch(), book.next(), n, List.of());
        if (plan.end() > setup.budget().candidates()) {
            throw new IllegalStateException("The budget is %,d candidates and %,d are committed: %d more would pass it."
                    .formatted(setup.budget().candidates(), book.next(), n));
        }
        return plan;
    }

    Evaluations evaluate(Candidates<S> candidates) {
        synchronized (this) {
            requireIdle();
            requireAsked(candidates);
        }
        return work(work -> work.evaluate(candidates));
    }

    synchronized Commits<S> tell(Candidates<S> candidates, Evaluations evaluations) {
        requireIdle();
        requireAsked(candidates);
        if (evaluations.batch() != candidates.batch() || evaluations.size() != candidates.size()) {
            throw new IllegalArgumentException(
                    "Expected %d evaluations of batch %d, but got %d of batch %d. Pass what evaluate(candidates) gave."
                            .formatted(candidates.size(), candidates.batch(), evaluations.size(), evaluations.batch()));
        }
        asked = null;
        pending.clear();
        return new Commits<>(
                commit(Origin.ASK, candidates, evaluations),
                setup.tessellation().axes());
    }

    RunReport run(Search<S> search, int candidates) {
        if (candidates < 1) {
            throw new IllegalArgumentException(
                    "run needs at least 1 candidate, but was asked for %,d.".formatted(candidates));
        }
        awaitDrained();
        Loop<S> begun;
        synchronized (this) {
            requireIdle();
            asked = null;
            state = RunState.RUNNING;
            loop = begun = new Loop<>(this, search, threads, candidates);
        }
        return begun.start();
    }

    private <T> T work(Function<BatchWork<S>, T> step) {
        try (var workers = new Workers("elm4j-" + setup.name(), 1)) {
            Callable<T> task = () -> step.apply(work(workers));
            return workers.await(workers.submit(task));
        }
    }

    private void requireAsked(Candidates<S> candidates) {
        if (candidates != asked) {
            throw new IllegalStateException(
                    "These candidates (batch %d) are not those asked for last: they were told before, or more was committed since. Call ask(%d) for new ones."
                            .formatted(candidates.batch(), candidates.size()));
        }
    }

    private void requireIdle() {
        if (broken != null) {
            throw new IllegalStateException(broken);
        }
        if (loop != null && !loop.drained()) {
            throw new IllegalStateException(
                    "Run '%s' is under way. Wait for it, or interrupt its cell.".formatted(setup.name()));
        }
    }

    private void awaitDrained() {
        Loop<S> earlier;
        synchronized (this) {
            earlier = state == RunState.RUNNING && loop != null && !loop.stopping() ? null : loop;
        }
        if (earlier != null) {
            earlier.awaitDrained();
        }
    }

    // ---- for the loop ----

    Listeners<S> listeners() {
        return listeners;
    }

    BatchWork<S> work(Workers workers) {
        return new BatchWork<>(setup, meter, workers::cancelled);
    }

    /** The plans that may be worked on now, in order: as many as the window holds. */
    synchronized List<PlannedBatch<S>> plans() {
        fill();
        return List.copyOf(pending);
    }

    private void fill() {
        while (pending.size() < setup.window()) {
            long batch =
                    pending.isEmpty() ? book.nextBatch() : pending.getLast().number() + 1;
            long first = pending.isEmpty() ? book.next() : pending.getLast().end();
            pending.add(planner.draw(batch, first, setup.batch(), pending));
        }
    }

    /** Commits the first pending batch and draws the plan that this makes room for. */
    synchronized List<Commit<S>> commit(Candidates<S> candidates, Evaluations evaluations) {
        List<Commit<S>> batch = commit(Origin.RUN, candidates, evaluations);
        pending.removeFirst();
        fill();
        return batch;
    }

    private List<Commit<S>> commit(Origin origin, Candidates<S> candidates, Evaluations evaluations) {
        CommittedBatch<S> batch = book.commit(origin, candidates, evaluations);
        try { // nobody sees the archive meanwhile: readers wait for this lock
            recorder.record(batch);
        } catch (RuntimeException fault) {
            broken =
                    "Run '%s' cannot go on: %s What was committed before is kept; run its search cell again to continue."
                            .formatted(setup.name(), fault.getMessage());
            state = RunState.BROKEN;
            throw new IllegalStateException(broken, fault);
        }
        return batch.commits();
    }

    synchronized void ended(RunState how) {
        state = broken == null ? how : RunState.BROKEN;
    }

    // ---- resume ----

    private void replay(CommittedBatch<S> batch) {
        PlannedBatch<S> plan;
        if (batch.origin() == Origin.ASK) {
            pending.clear();
            plan = planner.draw(book.nextBatch(), book.next(), batch.commits().size(), List.of());
        } else {
            fill();
            plan = pending.getFirst();
        }
        requireAlike(plan, batch);
        book.replay(batch);
        meter.add(batch.commits().stream()
                .mapToLong(commit -> commit.usage().calls())
                .sum());
        if (batch.origin() != Origin.ASK) {
            pending.removeFirst();
            fill();
        }
    }

    private void requireAlike(PlannedBatch<S> plan, CommittedBatch<S> batch) {
        boolean alike = plan.number() == batch.number()
                && plan.size() == batch.commits().size();
        for (int i = 0; alike && i < plan.size(); i++) {
            Candidate<S> candidate = batch.commits().get(i).candidate();
            alike = candidate.number() == plan.first() + i
                    && candidate.operator().equals(plan.plans().get(i).operatorName())
                    && candidate.parents().equals(plan.plans().get(i).parentNumbers());
        }
        if (!alike) {
            throw new IllegalStateException(
                    "The journal of '%s' holds another batch %d than this search plans. Was it edited? Give the search another name."
                            .formatted(setup.name(), plan.number()));
        }
    }

    /** Stops what is under way and lets go of the files; reading goes on, the verbs do not. */
    @Override
    public void close() {
        Loop<S> last;
        synchronized (this) {
            last = loop;
        }
        if (last != null) {
            last.stop();
            last.awaitDrained();
        }
        synchronized (this) {
            broken = broken != null ? broken : CLOSED.formatted(setup.name());
        }
        recorder.close();
    }
}

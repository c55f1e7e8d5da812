package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import dev.elm4j.operator.Operator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The one that owns a run: archive, plans, commits. {@link Search} is what users type; a registry keeps this.
 *
 * <p>Commits happen in the order of the batches' numbers, one at a time.
 *
 * @param <S> type of a solution
 */
public final class Run<S> implements AutoCloseable {

    private static final String CLOSED = "Run '%s' is closed. Run the cell that builds its search again to go on.";

    private final Setup<S> setup;
    private final int threads;
    private final Recorder<S> recorder;
    private final LongSupplier nanos;
    private final Meter meter;
    private final Listeners<S> listeners = new Listeners<>();
    private final Book<S> book;
    private final Plans<S> plans;
    private final Finished<S> finished;

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
        this(setup, threads, recorder, System::nanoTime);
    }

    /** As {@link #Run(Setup, int, Recorder)}, with this clock, in nanoseconds, for rules that limit the time. */
    public Run(Setup<S> setup, int threads, Recorder<S> recorder, LongSupplier nanos) {
        this.setup = setup.checked();
        this.threads = threads;
        this.recorder = recorder;
        this.nanos = nanos;
        List<Operator<S>> operators = setup.operators();
        this.meter = new Meter(setup.budget().calls());
        this.book = new Book<>(setup, operators, recorder);
        var planner =
                new Planner<>(setup, operators, List.copyOf(setup.environment().seeds()), book);
        this.plans = new Plans<>(setup, planner, book);
        this.finished = new Finished<>(recorder);
        recorder.replay(new Replay<>(setup.name(), book, plans));
        meter.add(book.progress().usage().calls() + finished.restore());
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
        PlannedBatch<S> plan;
        synchronized (this) {
            requireIdle();
            plan = withinBudget(plans.drawn(n));
        }
        Candidates<S> candidates = work(work -> work.propose(plan));
        synchronized (this) {
            asked = candidates;
        }
        return candidates;
    }

    private PlannedBatch<S> withinBudget(PlannedBatch<S> plan) {
        if (plan.end() > setup.budget().candidates()) {
            throw new IllegalStateException("The budget is %,d candidates and %,d are committed: %d more would pass it."
                    .formatted(setup.budget().candidates(), book.next(), plan.size()));
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
        return new Commits<>(
                byHand(Origin.ASK, candidates, evaluations),
                setup.tessellation().axes());
    }

    /** Commits a batch that outdates the pending plans. */
    private List<Commit<S>> byHand(Origin origin, Candidates<S> candidates, Evaluations evaluations) {
        asked = null;
        List<Commit<S>> batch = commit(origin, candidates, evaluations);
        plans.drop();
        return batch;
    }

    InjectionReport<S> inject(S solution, Injection injection) {
        awaitDrained();
        PlannedBatch<S> plan;
        synchronized (this) {
            if (isUnderWay() || !plans.seedsAreThrough()) {
                return queue(solution, injection);
            }
            requireIdle();
            plan = withinBudget(plans.injected(solution, injection));
        }
        Candidates<S> candidates = work(work -> work.propose(plan));
        Evaluations evaluations = work(work -> work.evaluate(candidates));
        List<Commit<S>> batch;
        Progress progress;
        synchronized (this) {
            requireIdle();
            batch = byHand(Origin.INJECT, candidates, evaluations);
            progress = book.progress();
        }
        listeners.tell(listener -> listener.committed(batch, progress));
        return InjectionReport.committed(batch.get(0));
    }

    private InjectionReport<S> queue(S solution, Injection injection) {
        requireUnbroken();
        PlannedBatch<S> plan = plans.queue(solution, injection);
        keep(() -> recorder.record(new QueuedInjection<>(plan.number(), solution, injection)));
        return InjectionReport.queued(plan.first(), plan.first() - book.next());
    }

    /** Begins to commit batches in the background, at most so many; {@link Loop#UNLIMITED} for no end. */
    Loop<S> begin(Search<S> search, long candidates) {
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
            loop = begun = new Loop<>(this, threads, candidates);
        }
        begun.begin(search);
        return begun;
    }

    /** The {@code run} that is under way or was last; empty if there was none. */
    synchronized Optional<Loop<S>> loop() {
        return Optional.ofNullable(loop);
    }

    Reevaluation<S> reevaluate(int samples, boolean keep) {
        if (samples < 1) {
            throw new IllegalArgumentException(
                    "A re-evaluation needs at least 1 sample of each elite, but was asked for %d.".formatted(samples));
        }
        awaitDrained();
        Archive<S> before;
        synchronized (this) {
            requireIdle();
            before = book.archive().snapshot();
        }
        Correction<S> correction = new Reevaluator<>(setup, meter, threads).sampled(before, samples, firstSample());
        if (keep) {
            synchronized (this) {
                requireIdle();
                keep(() -> recorder.record(correction));
                book.correct(correction);
                asked = null;
            }
        }
        return Reevaluation.of(before, setup, correction);
    }

    private synchronized int firstSample() {
        return book.samples();
    }

    private <T> T work(Function<BatchWork<S>, T> step) {
        try (var workers = new Workers("elm4j-" + setup.name(), 1)) {
            Callable<T> task = () -> step.apply(work(workers));
            return workers.await(workers.submit(task));
        }
    }

    private void requireAsked(Candidates<S> candidates) {
        if (asked == null && book.next() == 0) {
            throw new IllegalStateException("Nothing was asked for that could be told or evaluated. Call ask(%d) first."
                    .formatted(candidates.size()));
        }
        if (candidates != asked) {
            throw new IllegalStateException(
                    "These candidates (batch %d) are not those asked for last: they were told before, or more was committed since. Call ask(%d) for new ones."
                            .formatted(candidates.batch(), candidates.size()));
        }
    }

    private void requireIdle() {
        requireUnbroken();
        if (isUnderWay()) {
            throw new IllegalStateException(
                    "Run '%s' is under way. Wait for it, interrupt its cell, or call stop().".formatted(setup.name()));
        }
    }

    private void requireUnbroken() {
        if (broken != null) {
            throw new IllegalStateException(broken);
        }
    }

    private boolean isUnderWay() {
        return loop != null && !loop.drained();
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

    long nanos() {
        return nanos.getAsLong();
    }

    BatchWork<S> work(Workers workers) {
        return new BatchWork<>(setup, meter, workers::cancelled);
    }

    /** The plans that may be worked on now and are not done yet, in order; never none. */
    synchronized List<PlannedBatch<S>> ahead() {
        return plans.ahead();
    }

    synchronized boolean isFinished(PlannedBatch<S> plan) {
        return finished.has(plan);
    }

    synchronized void finished(FinishedBatch<S> batch) {
        boolean next = batch.candidates().batch() == book.nextBatch();
        keep(() -> finished.add(batch, next));
    }

    /** Commits the first plan, which is finished, and draws the one that this makes room for. */
    synchronized List<Commit<S>> commitFirst() {
        PlannedBatch<S> plan = plans.first();
        FinishedBatch<S> batch = finished.remove(plan);
        List<Commit<S>> commits = commit(plan.origin(), batch.candidates(), batch.evaluations());
        plans.committed();
        return commits;
    }

    private List<Commit<S>> commit(Origin origin, Candidates<S> candidates, Evaluations evaluations) {
        CommittedBatch<S> batch = book.commit(origin, candidates, evaluations);
        keep(() -> recorder.record(batch)); // nobody sees the archive meanwhile: readers wait for this lock
        return batch.commits();
    }

    private void keep(Runnable record) {
        try {
            record.run();
        } catch (RuntimeException fault) {
            broken =
                    "Run '%s' cannot go on: %s What was committed before is kept; run its search cell again to continue."
                            .formatted(setup.name(), fault.getMessage());
            state = RunState.BROKEN;
            throw new IllegalStateException(broken, fault);
        }
    }

    synchronized void ended(RunState how) {
        state = broken == null ? how : RunState.BROKEN;
    }

    /** Stops what is under way and lets go of the files; reading goes on, the verbs do not. */
    @Override
    public void close() {
        loop().ifPresent(last -> {
            last.stop();
            last.awaitDrained();
        });
        synchronized (this) {
            broken = broken != null ? broken : CLOSED.formatted(setup.name());
        }
        recorder.close();
    }
}

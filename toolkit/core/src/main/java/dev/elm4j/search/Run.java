package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Operator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

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
    private final Wallet wallet;
    private long timed;
    private long timing;
    private final Listeners<S> listeners = new Listeners<>();
    private final Book<S> book;
    private final Plans<S> plans;
    private final Finished<S> finished;
    private final ByHand<S> byHand;

    private Loop<S> loop;
    private RunState state = RunState.IDLE;
    private String broken;

    /**
     * Begins a run, or continues the one that the recorder holds.
     *
     * @param threads that work on batches, at least 1
     * @throws IllegalStateException if what the recorder holds does not come out alike with this setup, or if the setup has a
     *     cassette and the recorder no tape
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
        requireTape();
        this.wallet = new Wallet(setup.budget(), setup.models().pricing(), recorder.tape(), setup.batch());
        this.book = new Book<>(setup, operators, recorder);
        var planner =
                new Planner<>(setup, operators, List.copyOf(setup.environment().seeds()), book);
        this.plans = new Plans<>(setup, planner, book);
        this.finished = new Finished<>(recorder);
        this.byHand = new ByHand<>(this, book, plans, wallet);
        recorder.replay(new Replay<>(setup.name(), book, plans));
        Usage booked = book.progress().usage().plus(finished.restore());
        recorder.tape().carry(booked);
        wallet.add(Caps.most(booked, recorder.tape().spent()));
    }

    private void requireTape() {
        Cassette cassette = setup.models().cassette();
        if (!cassette.equals(Cassette.RECORDING) && !recorder.tape().isActive()) {
            throw new IllegalStateException(
                    "Run '%s' is to take answers from %s, but it lives in memory, and only a run with a journal can replay. Open it with one, or leave .cassette(...) out."
                            .formatted(
                                    setup.name(),
                                    cassette.source().map(Object::toString).orElse("its cassette")));
        }
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

    /** Mean time per candidate of the runs of this session. */
    synchronized Optional<Duration> pace() {
        return timed == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(timing / timed));
    }

    /** So many candidates took so long. */
    synchronized void timed(long candidates, long nanos) {
        timed += candidates;
        timing += nanos;
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

    /** The verbs of a person: ask, evaluate, tell, inject, reevaluate. */
    ByHand<S> byHand() {
        return byHand;
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
            byHand.forget();
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

    /** Under the lock. */
    void requireIdle() {
        requireUnbroken();
        if (isUnderWay()) {
            throw new IllegalStateException(
                    "Run '%s' is under way. Wait for it, interrupt its cell, or call stop().".formatted(setup.name()));
        }
    }

    void requireUnbroken() {
        if (broken != null) {
            throw new IllegalStateException(broken);
        }
    }

    synchronized boolean isBroken() {
        return broken != null;
    }

    boolean isUnderWay() {
        return loop != null && !loop.drained();
    }

    void awaitDrained() {
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

    int threads() {
        return threads;
    }

    Wallet wallet() {
        return wallet;
    }

    BatchWork<S> work(Purse purse, Workers workers) {
        return new BatchWork<>(setup, purse, workers::cancelled);
    }

    /** The plans that may be worked on now, in order, done or not; never none. */
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

    List<Commit<S>> commit(Origin origin, Candidates<S> candidates, Evaluations evaluations) {
        CommittedBatch<S> batch = guarded(() -> book.commit(origin, candidates, evaluations));
        record(batch); // nobody sees the archive meanwhile: readers wait for this lock
        book.recorded(batch.commits().size());
        return batch.commits();
    }

    /** Makes an event durable, or breaks the run. */
    void record(RunEvent<S> event) {
        keep(() -> recorder.record(event));
    }

    private void keep(Runnable record) {
        guarded(() -> {
            record.run();
            return null;
        });
    }

    /** What fails half-way leaves the run in a state that no journal holds, so it must not go on. */
    private <T> T guarded(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException | Error fault) {
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

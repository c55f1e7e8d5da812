package dev.elm4j.search;

import static dev.elm4j.search.TestRuns.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A recorder in memory that can be opened again, as a journal can: what it took before, the next run replays. */
final class RememberedEvents<S> implements Recorder<S> {

    final List<RunEvent<S>> events = new ArrayList<>();
    final Map<Long, FinishedBatch<S>> kept = new HashMap<>();
    /** Opens when this many batches were kept. */
    final CountDownLatch keeps;

    private final List<Commit<S>> commits = new ArrayList<>();

    RememberedEvents() {
        this(0);
    }

    RememberedEvents(int keeps) {
        this.keeps = new CountDownLatch(keeps);
    }

    @Override
    public void replay(Consumer<RunEvent<S>> each) {
        commits.clear();
        for (RunEvent<S> event : List.copyOf(events)) {
            remember(event);
            each.accept(event);
        }
    }

    @Override
    public synchronized void record(RunEvent<S> event) {
        events.add(event);
        remember(event);
    }

    private synchronized void remember(RunEvent<S> event) {
        if (event instanceof CommittedBatch<S> batch) {
            commits.addAll(batch.commits());
            kept.remove(batch.number());
        }
    }

    @Override
    public synchronized Commit<S> commit(long number) {
        return commits.get(Math.toIntExact(number));
    }

    @Override
    public synchronized void keep(FinishedBatch<S> batch) {
        kept.put(batch.candidates().batch(), batch);
        keeps.countDown();
    }

    @Override
    public synchronized List<FinishedBatch<S>> kept() {
        return List.copyOf(kept.values());
    }

    @Override
    public void close() {}

    /** Whatever was done in a search that records here, opening it again and going on must be the same as going on. */
    void requireThatItResumes(Search<S> search) {
        Search<S> resumed = search.threads(1); // a new run from the same events
        assertThat(outcome(resumed)).isEqualTo(outcome(search));
        assertThat(resumed.progress()).isEqualTo(search.progress());
        int before = events.size();
        search.run(80);
        List<String> went = outcome(search);
        events.subList(before, events.size()).clear();
        Search<S> again = search.threads(3);
        again.run(80);
        assertThat(outcome(again)).isEqualTo(went);
    }

    /** Opens runs that record here. */
    RunOpener opener() {
        return new RunOpener() {
            @Override
            @SuppressWarnings("unchecked") // a test opens it for solutions of one type
            public <T> Run<T> open(Setup<T> setup, int threads) {
                return new Run<>(setup, threads, (Recorder<T>) RememberedEvents.this);
            }
        };
    }
}

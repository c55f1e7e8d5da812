package dev.elm4j.search;

/**
 * The one that owns a run: archive, plans, commits. {@link Search} is what users type; a registry keeps this.
 *
 * @param <S> type of a solution
 */
public final class Run<S> implements AutoCloseable {

    private final Setup<S> setup;

    /**
     * Begins a run, or continues the one that the recorder holds.
     *
     * @param threads that work on batches, at least 1
     */
    public Run(Setup<S> setup, int threads, Recorder<S> recorder) {
        this.setup = setup;
    }

    /** What it was opened with. */
    public Setup<S> setup() {
        return setup;
    }

    Candidates<S> ask(int n) {
        throw new UnsupportedOperationException("ask");
    }

    Evaluations evaluate(Candidates<S> candidates) {
        throw new UnsupportedOperationException("evaluate");
    }

    Commits<S> tell(Candidates<S> candidates, Evaluations evaluations) {
        throw new UnsupportedOperationException("tell");
    }

    RunReport run(Search<S> search, int candidates) {
        throw new UnsupportedOperationException("run");
    }

    /** Where it stands. */
    public Progress progress() {
        throw new UnsupportedOperationException("progress");
    }

    /** Whether a {@code run} is under way. */
    public RunState state() {
        throw new UnsupportedOperationException("state");
    }

    /** All that can be read at this moment. */
    public RunRecord<S> record() {
        throw new UnsupportedOperationException("record");
    }

    /** Adds somebody who watches. */
    public void listen(SearchListener<? super S> listener) {}

    @Override
    public void close() {}
}

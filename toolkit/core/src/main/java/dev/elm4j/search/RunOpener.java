package dev.elm4j.search;

/**
 * Opens the run of a search at its first use; the place where a notebook attaches the journal, the display and its
 * registry of runs.
 */
public interface RunOpener {

    /**
     * The run for this setup: a new one, one continued from its journal, or one that is already open.
     *
     * @param setup what the search was built with
     * @param threads that work on batches, at least 1
     */
    <S> Run<S> open(Setup<S> setup, int threads);

    /** Runs that live in memory only. */
    static RunOpener inMemory() {
        return new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return new Run<>(setup, threads, Recorder.inMemory());
            }
        };
    }
}

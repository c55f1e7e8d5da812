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

    /** The same for runs that nobody watches one by one, because they belong to a series. */
    default RunOpener quiet() {
        return this;
    }

    /** Begins to show a series of runs, on the calling thread; by default nobody looks. */
    default Series series(String name, int runs) {
        return Series.UNSEEN;
    }

    /** Runs that live in memory only. */
    static RunOpener inMemory() {
        return new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return new Run<>(setup, threads, Recorder.inMemory());
            }
        };
    }

    /**
     * Runs that keep no commits at all, for millions of candidates of which only the archive and the progress are read;
     * asking for a commit throws an {@link IllegalStateException}.
     */
    static RunOpener forgetful() {
        return new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return new Run<>(setup, threads, Recorder.forgetful());
            }
        };
    }
}

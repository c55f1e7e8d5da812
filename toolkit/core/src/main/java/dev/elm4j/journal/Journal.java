package dev.elm4j.journal;

import dev.elm4j.search.Commit;
import dev.elm4j.search.Recorder;
import dev.elm4j.search.RunRecord;
import dev.elm4j.search.Setup;
import java.nio.file.Path;
import java.util.List;

/**
 * A run as a folder: {@code journal.jsonl}, a header and then one line per candidate in commit order, and
 * {@code times.jsonl} beside it.
 *
 * @param <S> type of a solution
 */
public final class Journal<S> implements Recorder<S> {

    private Journal() {}

    /**
     * Opens a folder to write: begins it, or continues the run in it.
     *
     * @param folder the run's folder, made if absent
     * @throws JournalMismatch if the folder holds a run of another setup
     * @throws IllegalStateException if another process writes to it, or it is of a newer schema, or damaged
     */
    public static <S> Journal<S> open(Path folder, Setup<S> setup) {
        throw new UnsupportedOperationException();
    }

    /** Reads a folder without writing: solutions are texts where they were journaled as texts, JSON otherwise. */
    public static RunRecord<Object> view(Path folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<List<Commit<S>>> replay() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void record(List<Commit<S>> batch) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}

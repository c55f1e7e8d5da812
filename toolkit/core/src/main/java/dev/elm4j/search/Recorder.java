package dev.elm4j.search;

import java.util.List;

/**
 * The port to a journal: gives back what earlier sessions committed and takes what is committed now.
 *
 * @param <S> type of a solution
 */
public interface Recorder<S> extends AutoCloseable {

    /** The batches that were committed before, in order; asked once, before anything is recorded. */
    List<CommittedBatch<S>> replay();

    /**
     * Makes one batch durable; the archive shows it only afterwards.
     *
     * @throws RuntimeException if it cannot; the run then stops, and the batch counts as not committed
     */
    void record(CommittedBatch<S> batch);

    /** Ends the recording and lets go of the files. */
    @Override
    void close();

    /** Keeps nothing. */
    static <S> Recorder<S> none() {
        return new Recorder<>() {
            @Override
            public List<CommittedBatch<S>> replay() {
                return List.of();
            }

            @Override
            public void record(CommittedBatch<S> batch) {}

            @Override
            public void close() {}
        };
    }
}

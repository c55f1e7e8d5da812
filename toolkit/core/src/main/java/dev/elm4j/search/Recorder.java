package dev.elm4j.search;

import java.util.List;

/**
 * The port to a journal: gives back what earlier sessions committed and takes what is committed now.
 *
 * @param <S> type of a solution
 */
public interface Recorder<S> extends AutoCloseable {

    /**
     * The batches that were committed before, in order; asked once, before anything is recorded.
     *
     * @return one list of commits per batch
     */
    List<List<Commit<S>>> replay();

    /**
     * Makes one batch durable; the archive shows it only afterwards.
     *
     * @param batch the commits of one whole batch
     */
    void record(List<Commit<S>> batch);

    /** Ends the recording and lets go of the files. */
    @Override
    void close();

    /** Keeps nothing. */
    static <S> Recorder<S> none() {
        return new Recorder<>() {
            @Override
            public List<List<Commit<S>>> replay() {
                return List.of();
            }

            @Override
            public void record(List<Commit<S>> batch) {}

            @Override
            public void close() {}
        };
    }
}

package dev.elm4j.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The port to a journal: gives back what earlier sessions committed, takes what is committed now, and reads back any commit.
 * So that long runs fit into memory, nobody else keeps the commits.
 *
 * <p>{@link #record} and {@link #keep} are called from one thread at a time, {@link #commit} from any.
 *
 * @param <S> type of a solution
 */
public interface Recorder<S> extends AutoCloseable {

    /** Gives what happened before, in order, one by one; asked once, before anything is recorded. */
    void replay(Consumer<RunEvent<S>> each);

    /**
     * Makes one event durable; the archive shows it only afterwards.
     *
     * @throws RuntimeException if it cannot; the run then stops for good. What its archive in memory shows may then hold one
     *     batch too much; opening the run again gives what was recorded
     */
    void record(RunEvent<S> event);

    /**
     * Reads back a commit, also after {@link #close}.
     *
     * @param number of the candidate; it was recorded or replayed
     */
    Commit<S> commit(long number);

    /**
     * Makes the results of a batch durable that cannot be committed yet, so that they survive a kill. What is recorded later
     * under the same number makes it obsolete.
     */
    default void keep(FinishedBatch<S> batch) {}

    /** What earlier sessions had kept and not recorded; asked once, after {@link #replay}. */
    default List<FinishedBatch<S>> kept() {
        return List.of();
    }

    /** Where answers of models are recorded and found again; by default nowhere. */
    default Tape tape() {
        return Tape.none();
    }

    /** Ends the recording and lets go of the files. */
    @Override
    void close();

    /** Keeps everything in memory. */
    static <S> Recorder<S> inMemory() {
        return new Recorder<>() {
            private final List<Commit<S>> commits = new ArrayList<>();

            @Override
            public void replay(Consumer<RunEvent<S>> each) {}

            @Override
            public synchronized void record(RunEvent<S> event) {
                if (event instanceof CommittedBatch<S> batch) {
                    commits.addAll(batch.commits());
                }
            }

            @Override
            public synchronized Commit<S> commit(long number) {
                return commits.get(Math.toIntExact(number));
            }

            @Override
            public void close() {}
        };
    }

    /** Keeps nothing; asking for a commit throws an {@link IllegalStateException}. */
    static <S> Recorder<S> forgetful() {
        return new Recorder<>() {
            @Override
            public void replay(Consumer<RunEvent<S>> each) {}

            @Override
            public void record(RunEvent<S> event) {}

            @Override
            public Commit<S> commit(long number) {
                throw new IllegalStateException(
                        "Candidate %,d was not kept, because this run keeps none. Open it with a journal to read commits."
                                .formatted(number));
            }

            @Override
            public void close() {}
        };
    }
}

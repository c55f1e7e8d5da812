package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import dev.elm4j.environment.Usage;
import java.util.List;

/**
 * All that can be read of a run at one moment: immutable, from a live run or from a journal.
 *
 * @param <S> type of a solution
 * @param name of the run
 * @param archive a snapshot
 * @param commits all candidates, in order
 * @param history the progress after each batch
 */
public record RunRecord<S>(String name, Archive<S> archive, List<Commit<S>> commits, List<Progress> history) {

    /** Where the run stood at that moment. */
    public Progress progress() {
        return history.isEmpty()
                ? new Progress(0, 0, Usage.NONE, archive.statistics())
                : history.get(history.size() - 1);
    }
}

package dev.elm4j.search;

import java.util.List;

/**
 * One batch as it was committed: what a recorder keeps.
 *
 * @param <S> type of a solution
 * @param number of the batch, from 0
 * @param asked whether {@link Search#ask} drew it (plans that were pending then are dropped), not a {@code run}
 * @param commits one per candidate, in the order of their numbers; at least one
 */
public record CommittedBatch<S>(long number, boolean asked, List<Commit<S>> commits) {

    public CommittedBatch {
        commits = List.copyOf(commits);
    }
}

package dev.elm4j.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One batch as it was committed: what a recorder keeps.
 *
 * @param <S> type of a solution
 * @param number of the batch, from 0
 * @param origin how it came into the run
 * @param commits one per candidate, in the order of their numbers; at least one
 * @param solutions the solutions by the environment's codec, one entry per commit; empty where there is none, or where the
 *     codec could not write it
 */
public record CommittedBatch<S>(long number, Origin origin, List<Commit<S>> commits, List<Optional<JsonNode>> solutions)
        implements RunEvent<S> {

    public CommittedBatch {
        commits = List.copyOf(commits);
        solutions = List.copyOf(solutions);
    }
}

package dev.elm4j.search;

import dev.elm4j.environment.Usage;
import java.util.stream.Stream;

/**
 * A batch that is proposed and evaluated, but not committed yet because an earlier one is still at work.
 *
 * @param <S> type of a solution
 * @param candidates its candidates
 * @param evaluations what the environment said of them
 */
public record FinishedBatch<S>(Candidates<S> candidates, Evaluations evaluations) {

    Usage usage() {
        return Stream.concat(candidates.usage().stream(), evaluations.usage().stream())
                .reduce(Usage.NONE, Usage::plus);
    }
}

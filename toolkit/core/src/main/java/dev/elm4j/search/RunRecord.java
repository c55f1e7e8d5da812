package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Backing;
import java.util.List;
import java.util.Map;

/**
 * All that can be read of a run at one moment: immutable, from a live run or from a journal.
 *
 * @param <S> type of a solution
 * @param name of the run
 * @param archive a snapshot of the run's own archive
 * @param passive a snapshot of the passive archive: elites of everything evaluated, by which strategies compare; equal to
 *     {@code archive} where that holds elites
 * @param commits all candidates, in order; read from the journal one by one as they are asked for
 * @param history the progress after each batch
 * @param reevaluated what {@link Search#reevaluate} found, by candidate; the last word on each
 * @param backings who wrote for the operators, by the operators' names
 */
public record RunRecord<S>(
        String name,
        Archive<S> archive,
        Archive<S> passive,
        List<Commit<S>> commits,
        List<Progress> history,
        Map<Long, Reevaluated> reevaluated,
        Map<String, Backing> backings) {

    public RunRecord {
        backings = Map.copyOf(backings);
    }

    /** A record of a run in which nothing was evaluated again. */
    public RunRecord(
            String name, Archive<S> archive, Archive<S> passive, List<Commit<S>> commits, List<Progress> history) {
        this(name, archive, passive, commits, history, Map.of(), Map.of());
    }

    /** A copy with these backings. */
    public RunRecord<S> backings(Map<String, Backing> backings) {
        return new RunRecord<>(name, archive, passive, commits, history, reevaluated, backings);
    }

    /** Where the run stood at that moment. */
    public Progress progress() {
        return history.isEmpty()
                ? new Progress(0, 0, Usage.NONE, archive.statistics())
                : history.get(history.size() - 1);
    }
}

package dev.elm4j.search;

import dev.elm4j.archive.Statistics;
import dev.elm4j.environment.Usage;

/**
 * Where a run stands after a commit.
 *
 * @param candidates committed so far, seeds and failures included
 * @param failures of them
 * @param usage of models, all committed candidates together
 * @param statistics of the run's own archive
 * @param passive of the passive archive: elites of everything evaluated, by which strategies compare
 * @param unimproved candidates since one was new or an improvement
 */
public record Progress(
        long candidates, long failures, Usage usage, Statistics statistics, Statistics passive, long unimproved) {

    /** Progress of a run whose archive holds elites, and of which it is not known when that last changed. */
    public Progress(long candidates, long failures, Usage usage, Statistics statistics) {
        this(candidates, failures, usage, statistics, statistics, 0);
    }

    @Override
    public String toString() {
        return "%,d candidates, %,d failed%n%s".formatted(candidates, failures, statistics);
    }
}

package dev.elm4j.search;

import dev.elm4j.environment.Usage;
import java.util.List;

/**
 * The elites of a run were evaluated again, and the archive was filled anew with the means: what {@link Search#reevaluate}
 * did.
 *
 * @param <S> type of a solution
 * @param samples evaluations of each elite
 * @param elites what they came to, in the order of the archive
 * @param usage what the evaluations cost
 */
public record Correction<S>(int samples, List<Reevaluated> elites, Usage usage) implements RunEvent<S> {

    /** Copies the list. */
    public Correction {
        elites = List.copyOf(elites);
    }
}

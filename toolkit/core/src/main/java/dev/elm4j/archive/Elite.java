package dev.elm4j.archive;

/**
 * The best solution of one cell, as it was when it was added.
 *
 * @param <S> type of a solution
 * @param candidate number of the candidate in its run, from 0; {@link #BY_HAND} for one added outside a search
 * @param solution the solution
 * @param objective its quality, finite; greater is better
 * @param measures its coordinates, finite, not clipped to the axes
 * @param cell the cell that it holds
 */
public record Elite<S>(long candidate, S solution, double objective, Measures measures, int cell) {

    /** Candidate number of an elite that did not come from a search. */
    public static final long BY_HAND = -1;
}

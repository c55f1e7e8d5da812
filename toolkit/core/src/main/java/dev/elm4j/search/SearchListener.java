package dev.elm4j.search;

import java.util.List;

/**
 * Somebody who watches a run: a display, a plot, a test. Called on the run's own thread, one call at a time, after the
 * archive has changed; slow listeners slow the run, and one that throws is dropped with a warning in the report.
 *
 * @param <S> type of a solution
 */
public interface SearchListener<S> {

    /**
     * A {@code run} begins. Called on the thread that called {@code run}, before anything else is done, so that a display can
     * tell which cell it belongs to.
     *
     * @param search the search
     * @param goal candidates that it wants to have committed at its end, counted from the run's beginning
     */
    default void began(Search<S> search, long goal) {}

    /** A batch was committed. */
    default void committed(List<Commit<S>> batch, Progress progress) {}

    /** A {@code run} ended. */
    default void ended(RunReport report) {}
}

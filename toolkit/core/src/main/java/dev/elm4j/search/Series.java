package dev.elm4j.search;

/**
 * Somebody who watches a series of runs, such as a comparison, in place of each of them. Called one at a time, from the
 * threads of the runs.
 *
 * <pre>{@code
 * try (Series series = search.series("three seeds", 3)) {
 *     series.ended("seed 1");
 * }
 * }</pre>
 */
public interface Series extends AutoCloseable {

    /** Nobody. */
    Series UNSEEN = what -> {};

    /** One more run has ended. */
    void ended(String what);

    /** The series is over, or was interrupted. */
    @Override
    default void close() {}
}

package dev.elm4j.archive;

import java.util.List;

/**
 * How an axis is cut into bins: equally, at edges of one's own, or one bin per category.
 *
 * <pre>{@code
 * Axis.of("length", 0, 80).scale().bins();                        // 10, equal
 * Axis.edges("length", 0, 5, 20, 80).scale().binOf(7);            // 1
 * Axis.categories("genre", "poem", "story").scale().edge(0);      // -0.5: category 0 is the number 0
 * }</pre>
 */
public sealed interface Scale permits EqualScale, EdgeScale, CategoryScale {

    /** Lower bound, inclusive, in the axis' unit. */
    double min();

    /** Upper bound, inclusive, in the axis' unit. */
    double max();

    /** Number of bins, at least 1. */
    int bins();

    /** Where bin {@code i} begins; {@code edge(bins())} is the upper bound. */
    double edge(int i);

    /**
     * The bin of a finite coordinate; outside the bounds it is the border bin.
     *
     * @throws IllegalArgumentException if this scale has categories and {@code measure} is the number of none
     */
    int binOf(double measure);

    /** The categories, in the order of their numbers; empty for numbers. */
    default List<String> categories() {
        return List.of();
    }
}

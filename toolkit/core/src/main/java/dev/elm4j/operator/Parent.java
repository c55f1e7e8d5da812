package dev.elm4j.operator;

import dev.elm4j.archive.Elite;
import java.util.OptionalDouble;

/**
 * A solution that a candidate is made from.
 *
 * <pre>{@code
 * Parent.of(archive.best()).candidate();
 * Parent.ofSeed(0, "The soup was hot.").objective().isPresent();      // "false"
 * }</pre>
 *
 * @param <S> type of a solution
 * @param candidate number of the candidate that brought it
 * @param solution the solution; an operator never changes it in place
 * @param objective its quality; empty for a seed that was not evaluated when the plan was drawn
 */
public record Parent<S>(long candidate, S solution, OptionalDouble objective) {

    /** An elite as a parent. */
    public static <S> Parent<S> of(Elite<S> elite) {
        return new Parent<>(elite.candidate(), elite.solution(), OptionalDouble.of(elite.objective()));
    }

    /** A seed that nobody has evaluated yet; candidate {@code number} brings it. */
    public static <S> Parent<S> ofSeed(long number, S seed) {
        return new Parent<>(number, seed, OptionalDouble.empty());
    }
}

package dev.elm4j.operator;

import java.util.List;

/**
 * What is decided of a candidate before anybody writes it: its number, its place in the batch and its parents.
 *
 * <pre>{@code
 * var plan = new Plan<>(100, 0, List.of(Parent.ofSeed(0, "The soup was hot.")));
 * Letters.lowercase().propose(List.of(plan), context);      // one edit to the seed
 * }</pre>
 *
 * @param <S> type of a solution
 * @param candidate number in the run, from 0
 * @param index position in the batch, for {@link dev.elm4j.environment.Context#random}
 * @param parents in the order of the selection; as many as the operator asked for, fewer while the archive holds fewer, at
 *     least one if it asked for any
 */
public record Plan<S>(long candidate, int index, List<Parent<S>> parents) {

    public Plan {
        parents = List.copyOf(parents);
    }
}

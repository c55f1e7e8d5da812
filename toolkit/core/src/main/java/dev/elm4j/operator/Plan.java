package dev.elm4j.operator;

import java.util.List;

/**
 * What is decided of a candidate before anybody writes it: its number, its place in the batch and its parents.
 *
 * @param <S> type of a solution
 * @param candidate number in the run, from 0
 * @param index position in the batch, for {@link dev.elm4j.environment.Context#random}
 * @param parents in the order of the selection; at least one
 */
public record Plan<S>(long candidate, int index, List<Parent<S>> parents) {

    public Plan {
        parents = List.copyOf(parents);
    }
}

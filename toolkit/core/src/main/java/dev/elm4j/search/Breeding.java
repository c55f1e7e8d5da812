package dev.elm4j.search;

import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where the parents of one run come from. It may remember what was committed; its state must follow from the commits alone,
 * so that a resumed run breeds alike. Used by one thread at a time.
 *
 * @param <S> type of a solution
 */
public interface Breeding<S> {

    /**
     * The parents of one candidate.
     *
     * @param operator asks for {@link Operator#parents} of them and brings its selection
     * @param random all randomness
     * @return at least one, unless the operator wants none
     */
    List<Parent<S>> parents(Operator<S> operator, SplittableRandom random);

    /** Learns that solutions were evaluated again, after the archive has changed; by default it does not care. */
    default void corrected(List<Reevaluated> means) {}

    /** Sees every commit, in order, after the archive has changed; by default it does not care. */
    default void committed(Commit<S> commit) {}
}

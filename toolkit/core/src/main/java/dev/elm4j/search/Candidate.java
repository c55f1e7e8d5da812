package dev.elm4j.search;

import dev.elm4j.operator.Proposal;
import java.util.List;
import java.util.Optional;

/**
 * A numbered proposal: who made it, from whom, in which batch.
 *
 * @param <S> type of a solution
 * @param number in the run, from 0 in commit order
 * @param batch number of its batch, from 0
 * @param operator name of the operator; {@link #SEED} for the environment's first solutions, {@link #INJECTED} for one that
 *     a person brought
 * @param parents numbers of the candidates that it was made from
 * @param proposal its solution, or why there is none
 * @param injection who brought it, if a person did
 */
public record Candidate<S>(
        long number,
        long batch,
        String operator,
        List<Long> parents,
        Proposal<S> proposal,
        Optional<Injection> injection) {

    /** Operator name of the environment's seeds. */
    public static final String SEED = "seed";

    /** Operator name of what a person brought. */
    public static final String INJECTED = "injected";

    /** Copies the parents. */
    public Candidate {
        parents = List.copyOf(parents);
    }

    /** A candidate that no person brought. */
    public Candidate(long number, long batch, String operator, List<Long> parents, Proposal<S> proposal) {
        this(number, batch, operator, parents, proposal, Optional.empty());
    }
}

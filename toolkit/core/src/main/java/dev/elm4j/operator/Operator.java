package dev.elm4j.operator;

import dev.elm4j.environment.Context;
import java.util.List;

/**
 * Proposes candidates from parents; numeric, or backed by a language model. An operator never scores.
 *
 * <p>{@link #propose} is called from several threads at once, one batch each. It draws numbers only from the context and
 * reaches models only through {@link Context#calls}. An operator of one's own, here one that reverses a text:
 *
 * <pre>{@code
 * record Reverse() implements Operator<String> {
 *     public String name() {
 *         return "reverse";
 *     }
 *
 *     public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
 *         return plans.stream()
 *                 .map(plan -> plan.parents().get(0).solution())
 *                 .map(text -> Proposal.of(new StringBuilder(text).reverse().toString()))
 *                 .toList();
 *     }
 * }
 * search.operators(new Reverse());
 * }</pre>
 *
 * @param <S> type of a solution
 */
public interface Operator<S> {

    /** Short name with its settings, such as {@code gaussian(0.1)}; part of a run's identity. */
    String name();

    /**
     * Changes whenever its proposals change though its name does not, for instance with the model that writes them; part of
     * a run's identity. Default {@code "1"}.
     */
    default String version() {
        return "1";
    }

    /** The model that writes its proposals, and the prompt; default {@link Backing#NONE}. */
    default Backing backing() {
        return Backing.NONE;
    }

    /**
     * How many parents it wants; 0 for an operator that makes solutions from nothing. It gets fewer while the archive holds
     * fewer, but at least one if it wants any. Default 1.
     */
    default int parents() {
        return 1;
    }

    /** How its parents are chosen; default uniform over the elites. */
    default Selection selection() {
        return Selection.uniform();
    }

    /**
     * Makes one proposal per plan.
     *
     * @param plans at least one; each has as many parents as {@link #parents} says, or fewer while the archive holds fewer,
     *     but at least one if it says any
     * @return one proposal per plan, in order
     */
    List<Proposal<S>> propose(List<Plan<S>> plans, Context context);
}

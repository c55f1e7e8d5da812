package dev.elm4j.operator;

import dev.elm4j.environment.Context;
import java.util.List;

/**
 * Proposes candidates from parents; numeric, or backed by a language model. An operator never scores.
 *
 * <p>{@link #propose} is called from several threads at once, one batch each. It draws numbers only from the context and
 * reaches models only through {@link Context#calls}.
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

    /** How many parents it wants, at least 1. It gets fewer while the archive holds fewer. */
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
     * @param plans at least one; each has at least one parent
     * @return one proposal per plan, in order
     */
    List<Proposal<S>> propose(List<Plan<S>> plans, Context context);
}

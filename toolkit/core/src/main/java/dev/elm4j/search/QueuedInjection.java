package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

/**
 * A person brought a solution while a run was under way: it became a batch of its own behind the plans that were pending
 * then. It is recorded at once, so that a resumed run finds it in its place; its commit follows when its turn comes.
 *
 * @param <S> type of a solution
 * @param batch number of the batch that it became
 * @param solution what was brought
 * @param injection by whom, and why
 */
public record QueuedInjection<S>(long batch, S solution, Injection injection) implements RunEvent<S> {

    public QueuedInjection {
        requireNonNull(solution, "solution");
        requireNonNull(injection, "injection");
    }
}

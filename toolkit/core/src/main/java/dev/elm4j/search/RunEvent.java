package dev.elm4j.search;

/**
 * One thing that happened to a run and that its recorder keeps; the run is what its events, in order, make of it.
 *
 * @param <S> type of a solution
 */
public sealed interface RunEvent<S> permits CommittedBatch, QueuedInjection, Correction {}

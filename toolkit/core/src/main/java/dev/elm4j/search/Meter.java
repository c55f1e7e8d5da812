package dev.elm4j.search;

import dev.elm4j.environment.BudgetExhausted;

/**
 * Counts model calls against the budget. Calls are taken before they are made, so that the cap is never passed, whatever
 * the threads do; calls of a batch that was interrupted stay counted, since they were made.
 */
final class Meter {

    private final long cap;
    private long taken;

    Meter(long cap) {
        this.cap = cap;
    }

    synchronized void take(int calls) {
        if (calls > cap - taken) {
            throw new BudgetExhausted(
                    "The budget of %,d model calls is spent: %,d are made, and %,d more are needed next."
                            .formatted(cap, taken, calls));
        }
        taken += calls;
    }

    /** Counts calls that an earlier session made. */
    synchronized void add(long calls) {
        taken += calls;
    }
}

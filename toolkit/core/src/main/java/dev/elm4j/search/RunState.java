package dev.elm4j.search;

/** Where a run stands, and why it stands there. */
public enum RunState {
    /** Nothing is under way. */
    IDLE,
    /** A {@code run} is under way. */
    RUNNING,
    /** The last {@code run} committed all that was asked for. */
    DONE,
    /** The last {@code run} ended because a stop rule said so; the report has its reason. */
    REACHED,
    /** The last {@code run} was interrupted; everything committed is kept, and the next {@code run} goes on. */
    INTERRUPTED,
    /** The last {@code run} ended at the budget. */
    BUDGET_SPENT,
    /** The last {@code run} ended because something broke; the report says what. */
    BROKEN
}

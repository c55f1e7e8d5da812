package dev.elm4j.search;

/** How a batch came into a run. */
public enum Origin {
    /** Planned by a {@code run}. */
    RUN,
    /** Drawn by {@link Search#ask}; plans that were pending then are dropped. */
    ASK,
    /** Brought by a person while nothing was under way; plans that were pending then are dropped. */
    INJECT,
    /** Brought by a person while a run was under way; it took its place behind the pending plans. */
    QUEUED;

    /** The word that journals use. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

package dev.elm4j.comparison;

/**
 * How a compared run ended.
 *
 * <pre>{@code
 * compared.runs().get(0).ending().kind();       // "AT_BUDGET"
 * }</pre>
 *
 * @param kind at the budget, or how else
 * @param note why, as a sentence, if it is not at the budget; otherwise empty
 */
public record Ending(Kind kind, String note) {

    /** How. */
    public enum Kind {
        /** It has spent its budget; only such runs are compared at equal cost. */
        AT_BUDGET,
        /** A rule or cap of its own ended it below the budget; it is compared with what it had then. */
        EARLY,
        /** It was interrupted, and the next {@code run} of the comparison goes on with it; it is not in the rows. */
        INTERRUPTED,
        /** It broke; it is not in the rows. */
        BROKEN
    }

    static final Ending AT_BUDGET = new Ending(Kind.AT_BUDGET, "");

    /** Whether the run takes part in medians and tests. */
    public boolean counts() {
        return kind == Kind.AT_BUDGET || kind == Kind.EARLY;
    }
}

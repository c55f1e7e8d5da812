package dev.elm4j.search;

/**
 * Hard caps of a run: work that would pass one of them is not begun.
 *
 * <pre>{@code
 * Budget.candidates(500).calls(2_000);   // whichever comes first
 * }</pre>
 *
 * @param candidates that may be committed, seeds and failures included; {@link #UNLIMITED} for no cap
 * @param calls that may be made to models; {@link #UNLIMITED} for no cap. It is never passed, but batches that are at work
 *     together share what is left, so with several threads a run may end some batches sooner than with one
 */
public record Budget(long candidates, long calls) {

    /** No cap. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    /** @throws IllegalArgumentException if a cap is not at least 1 */
    public Budget {
        require("candidates", candidates);
        require("calls", calls);
    }

    /** No caps; the default. */
    public static Budget unlimited() {
        return new Budget(UNLIMITED, UNLIMITED);
    }

    /** A budget of so many candidates. */
    public static Budget candidates(long candidates) {
        return new Budget(candidates, UNLIMITED);
    }

    /** A copy with a cap on model calls. */
    public Budget calls(long calls) {
        return new Budget(candidates, calls);
    }

    @Override
    public String toString() {
        return "%s, %s".formatted(text(candidates, "candidates"), text(calls, "model calls"));
    }

    private static String text(long cap, String what) {
        return cap == UNLIMITED ? "any number of " + what : "at most %,d %s".formatted(cap, what);
    }

    private static void require(String what, long cap) {
        if (cap < 1) {
            throw new IllegalArgumentException(
                    "A budget needs at least 1 of its %s, but was %d. Leave it out for no cap.".formatted(what, cap));
        }
    }
}

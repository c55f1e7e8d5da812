package dev.elm4j.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Hard caps of a run: work that could pass one of them is not begun. Each attempt to reach a model reserves its worst case
 * first, by the printed prices, and waits while others may give some of theirs back.
 *
 * <pre>{@code
 * Budget.candidates(500).usd(1.0);       // whichever comes first
 * Budget.unlimited().tokens(200_000);
 * }</pre>
 *
 * @param candidates that may be committed, seeds and failures included; {@link #UNLIMITED} for no cap
 * @param calls attempts to reach models; {@link #UNLIMITED} for no cap
 * @param tokens read and written by models together; {@link #UNLIMITED} for no cap
 * @param nanoUsd price of all calls in billionths of a US dollar; {@link #UNLIMITED} for no cap
 */
public record Budget(long candidates, long calls, long tokens, long nanoUsd) {

    /** No cap. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private static final double NANO = 1e9;

    /** @throws IllegalArgumentException if a cap is not at least 1 */
    public Budget {
        require("candidates", candidates);
        require("calls", calls);
        require("tokens", tokens);
        require("nanoUsd", nanoUsd);
    }

    /** No caps; the default. */
    public static Budget unlimited() {
        return new Budget(UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED);
    }

    /** A budget of so many candidates. */
    public static Budget candidates(long candidates) {
        return new Budget(candidates, UNLIMITED, UNLIMITED, UNLIMITED);
    }

    /** A copy with a cap on model calls; a call that is tried again counts again. */
    public Budget calls(long calls) {
        return new Budget(candidates, calls, tokens, nanoUsd);
    }

    /** A copy with a cap on tokens, read and written together. */
    public Budget tokens(long tokens) {
        return new Budget(candidates, calls, tokens, nanoUsd);
    }

    /**
     * A copy with a cap on the price of all calls.
     *
     * @param usd US dollars, greater than 0 and at most a million
     * @throws IllegalArgumentException if it is not
     */
    public Budget usd(double usd) {
        if (!(usd > 0 && usd <= 1e6)) {
            throw new IllegalArgumentException(
                    "A budget needs more than 0 and at most 1,000,000 US dollars, but was %s. Leave it out for no cap."
                            .formatted(usd));
        }
        return new Budget(candidates, calls, tokens, Math.max(1, (long) Math.floor(usd * NANO)));
    }

    @Override
    public String toString() {
        var caps = new ArrayList<String>();
        cap(caps, candidates, "candidates");
        cap(caps, calls, "model calls");
        cap(caps, tokens, "tokens");
        if (nanoUsd != UNLIMITED) {
            caps.add(String.format(Locale.ROOT, "at most %.4f US dollars", nanoUsd / NANO));
        }
        return caps.isEmpty() ? "no caps" : String.join(", ", caps);
    }

    private static void cap(List<String> caps, long cap, String what) {
        if (cap != UNLIMITED) {
            caps.add("at most %,d %s".formatted(cap, what));
        }
    }

    private static void require(String what, long cap) {
        if (cap < 1) {
            throw new IllegalArgumentException(
                    "A budget needs at least 1 of its %s, but was %d. Leave it out for no cap.".formatted(what, cap));
        }
    }
}

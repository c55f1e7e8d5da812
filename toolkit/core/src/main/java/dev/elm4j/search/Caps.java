package dev.elm4j.search;

import dev.elm4j.environment.Usage;
import java.util.Locale;

/** The caps of a budget that model calls can reach, and the sentence that says which one is. */
record Caps(Budget budget) {

    /** Sums of many of these are still numbers. */
    private static final long MUCH = 1L << 50;

    /** Whether all of this is within the caps. */
    boolean hold(Usage all) {
        return all.calls() <= budget.calls() && all.tokens() <= budget.tokens() && all.nanoUsd() <= budget.nanoUsd();
    }

    boolean hasTokens() {
        return budget.tokens() != Budget.UNLIMITED;
    }

    boolean hasUsd() {
        return budget.nanoUsd() != Budget.UNLIMITED;
    }

    /** The greater of each quantity. */
    static Usage most(Usage a, Usage b) {
        return new Usage(
                Math.max(a.calls(), b.calls()),
                Math.max(a.inputTokens(), b.inputTokens()),
                Math.max(a.outputTokens(), b.outputTokens()),
                Math.max(a.nanoUsd(), b.nanoUsd()));
    }

    /** So many times as much, as far as a cap can matter. */
    static Usage times(Usage usage, int factor) {
        return new Usage(
                times(usage.calls(), factor),
                times(usage.inputTokens(), factor),
                times(usage.outputTokens(), factor),
                times(usage.nanoUsd(), factor));
    }

    private static long times(long amount, int factor) {
        return amount > MUCH / factor ? Math.max(amount, MUCH) : amount * factor;
    }

    /** Why this much more is refused when so much is used and reserved. */
    String refusal(Usage used, Usage worst) {
        if (used.calls() + worst.calls() > budget.calls()) {
            return "The budget of %,d model calls is spent: %,d are made, and %,d more are needed next."
                    .formatted(budget.calls(), used.calls(), worst.calls());
        }
        if (used.tokens() + worst.tokens() > budget.tokens()) {
            return "The budget of %,d tokens is spent: %,d are used, and the next attempt could take up to %,d."
                    .formatted(budget.tokens(), used.tokens(), worst.tokens());
        }
        if (used.nanoUsd() + worst.nanoUsd() > budget.nanoUsd()) {
            return String.format(
                    Locale.ROOT,
                    "The budget of %.4f US dollars is spent: %.4f are used, and the next attempt could cost up to %.4f.",
                    budget.nanoUsd() / 1e9,
                    used.usd(),
                    worst.usd());
        }
        return "The budget (%s) has no room left for what the batches before need.".formatted(budget);
    }
}

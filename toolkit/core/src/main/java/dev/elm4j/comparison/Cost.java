package dev.elm4j.comparison;

import dev.elm4j.search.Progress;
import dev.elm4j.search.StopRule;
import java.util.Locale;

/**
 * By what a budget is measured, so that nobody wins by spending more.
 *
 * <pre>{@code
 * Cost.CANDIDATES.of(progress);      // 20
 * }</pre>
 */
public enum Cost {
    /** Candidates, seeds and failures included: the evaluations of most papers. */
    CANDIDATES("candidates"),
    /** Requests to models. */
    CALLS("model calls"),
    /** Tokens that models read and wrote. */
    TOKENS("tokens"),
    /** US dollars, by the models' price tables. */
    USD("US dollars");

    private final String unit;

    Cost(String unit) {
        this.unit = unit;
    }

    /** What a run had cost there, in this unit. */
    public double of(Progress progress) {
        return switch (this) {
            case CANDIDATES -> progress.candidates();
            case CALLS -> progress.usage().calls();
            case TOKENS -> progress.usage().tokens();
            case USD -> progress.usage().usd();
        };
    }

    /** The unit in words, such as {@code model calls}. */
    public String unit() {
        return unit;
    }

    StopRule limit(double budget) {
        return switch (this) {
            case CANDIDATES -> StopRule.candidates((long) budget);
            case CALLS -> StopRule.calls((long) budget);
            case TOKENS -> StopRule.tokens((long) budget);
            case USD -> StopRule.usd(budget);
        };
    }

    /** An amount with its unit. */
    String text(double amount) {
        return number(amount) + " " + unit;
    }

    String number(double amount) {
        return String.format(Locale.ROOT, this == USD ? "%,.4f" : "%,.0f", amount);
    }

    /** The budget, if it can be one. */
    double checked(double budget) {
        boolean right = this == USD ? budget > 0 : budget >= 1 && budget == Math.rint(budget);
        if (!right || budget > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A budget of %s needs %s and at most %,d, but got %s."
                    .formatted(
                            unit,
                            this == USD ? "more than 0" : "a whole number of at least 1",
                            Integer.MAX_VALUE,
                            budget));
        }
        return budget;
    }
}

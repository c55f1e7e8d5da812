package dev.elm4j.environment;

/** Says that the next model calls would pass the budget; the search catches it, stops, and says so. */
public final class BudgetExhausted extends RunEnded {

    private static final long serialVersionUID = 1;

    /** @param message what the cap is, what was used, what was asked for */
    public BudgetExhausted(String message) {
        super(message, false);
    }
}

package dev.elm4j.environment;

/**
 * The till of an {@link Exchange}: every attempt to reach a model is paid for before it is made.
 *
 * <pre>{@code
 * try (Attempt attempt = attempts.begin(0)) {      // reserves the worst case, or throws BudgetExhausted
 *     String answer = model.chat("Name a soup.");
 *     attempt.settle(0, Tokens.of(12, 3));         // what it really took; without this line it counts in full
 * }
 * }</pre>
 *
 * <p>Used by the thread that performs the exchange.
 */
public interface Attempts {

    /** Whether the run is being stopped; long work looks now and then. */
    boolean cancelled();

    /**
     * Reserves the worst case of one attempt at some requests, which the model answers together. Waits while other attempts
     * that are under way may give money back.
     *
     * @param from first of the requests, by its place in the list, from 0
     * @param to one after the last
     * @throws BudgetExhausted if the worst case would pass the budget; then nothing may be sent
     * @throws java.util.concurrent.CancellationException if the run was stopped
     */
    Attempt begin(int from, int to);

    /** Reserves the worst case of one attempt at one request; as {@link #begin(int, int)}. */
    default Attempt begin(int request) {
        return begin(request, request + 1);
    }

    /** Takes everything and is never cancelled: outside a search nothing is metered. */
    static Attempts free() {
        return UnmeteredContext.FREE;
    }
}

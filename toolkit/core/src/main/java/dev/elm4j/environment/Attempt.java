package dev.elm4j.environment;

/**
 * One attempt to reach a model, whose worst case is reserved. What is not settled when it is closed counts in full: nobody
 * knows whether the provider counts an answer that was lost on the way.
 *
 * <pre>{@code
 * try (Attempt attempt = attempts.begin(0)) {
 *     attempt.settle(0, Tokens.NONE);      // the server turned it away: a call, but no tokens
 * }
 * }</pre>
 */
public interface Attempt extends AutoCloseable {

    /**
     * Says what one of the requests really took; the rest of its reservation is free again.
     *
     * @param request its place in the list
     * @param tokens as the model said, or an estimate
     */
    void settle(int request, Tokens tokens);

    /** Ends the attempt. */
    @Override
    void close();
}

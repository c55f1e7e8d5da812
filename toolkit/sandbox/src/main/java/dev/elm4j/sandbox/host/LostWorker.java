package dev.elm4j.sandbox.host;

import static java.util.Objects.requireNonNull;

/**
 * A worker gave no answer that can be used; it has been killed.
 *
 * <p>For example, the reasons why a slot may be replaced:
 * <pre>{@code
 * LostWorker.Why.valueOf("DEADLINE").toString();   // "DEADLINE"
 * }</pre>
 */
public final class LostWorker extends Exception {

    private static final long serialVersionUID = 1;

    /** How it was lost. */
    public enum Why {
        /** It could not be started, or was refused before it answered anything. */
        START,
        /** It did not answer in time. */
        DEADLINE,
        /** It sent what no supervisor sends. */
        WRONG_BYTES,
        /** Its pipes ended. */
        ENDED
    }

    private final Why why;

    /**
     * One that was lost.
     *
     * @param why how
     * @param message in few words, for people
     */
    public LostWorker(Why why, String message) {
        super(message);
        this.why = requireNonNull(why, "why");
    }

    /** How it was lost. */
    public Why why() {
        return why;
    }
}

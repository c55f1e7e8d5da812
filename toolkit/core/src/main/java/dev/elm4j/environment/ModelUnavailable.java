package dev.elm4j.environment;

/**
 * Says that a model cannot be used at all: its key is refused, it does not exist, its price is not known, or the cassette
 * of an offline run has no answer. That is no failure of a candidate; the search stops and says so, and nothing is lost.
 */
public final class ModelUnavailable extends RunEnded {

    private static final long serialVersionUID = 1;

    /** @param message what is wrong and what to do next */
    public ModelUnavailable(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do next
     * @param cause what the model or its provider threw
     */
    public ModelUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

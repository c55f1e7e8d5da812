package dev.elm4j.environment;

/**
 * Says that an environment cannot score at all: its sandbox is gone, its simulator does not start. That is no failure of a
 * candidate; the search stops and says so, and nothing is lost: the batch is evaluated when the run goes on.
 *
 * <pre>{@code
 * var gone = new EnvironmentUnavailable("The sandbox lost its daemon. Start it, and run this cell again.");
 * gone.getMessage().length();   // 63, and what an environment throws
 * }</pre>
 */
public final class EnvironmentUnavailable extends RunEnded {

    private static final long serialVersionUID = 1;

    /** @param message what is wrong and what to do next */
    public EnvironmentUnavailable(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do next
     * @param cause what was thrown below
     */
    public EnvironmentUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.elm4j.environment;

import static java.util.Objects.requireNonNull;

/**
 * Why a candidate has no score. Failure is normal in evolution: it is counted by kind, journaled and shown, and never
 * becomes an exception or a silent zero.
 *
 * @param kind a short word to count by, such as {@link #COPY}; the same for alike failures
 * @param reason what was expected and what came, for a person
 */
public record Failure(String kind, String reason) implements Evaluation {

    /** The answer holds no solution. */
    public static final String NO_SOLUTION = "no solution";

    /** The answer ended at the token limit before the solution was whole. */
    public static final String CUT_OFF = "cut off";

    /** The model, or its provider's filter, refused. */
    public static final String REFUSED = "refused";

    /** The model or its provider gave no answer, or none that could be read, however often it was asked. */
    public static final String MODEL_ERROR = "model error";

    /** The prompt does not suit the model: it is longer than its context, or has nothing that the model can read. */
    public static final String UNFIT = "unfit prompt";

    /** The solution is that of an earlier candidate; found when the search commits it. */
    public static final String COPY = "copy";

    /** An objective or a measure is NaN or infinite. */
    public static final String NOT_FINITE = "not finite";

    /** The environment or the operator threw an exception; the reason names it. */
    public static final String THREW = "threw";

    public Failure {
        requireNonNull(kind, "kind");
        requireNonNull(reason, "reason");
    }
}

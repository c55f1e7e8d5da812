package dev.elm4j.environment;

import dev.elm4j.archive.Measures;

/**
 * What an environment says of one solution: a {@link Score}, or a {@link Failure} with its reason.
 *
 * <pre>{@code
 * Evaluation good = Evaluation.of(0.9, 7, -0.25);                        // objective, then one number per axis
 * Evaluation bad = Evaluation.failed("too short", "1 word; 2 are needed");
 * }</pre>
 */
public sealed interface Evaluation permits Score, Failure {

    /**
     * A score. Numbers that are not finite are let through here and become a counted failure when the search commits
     * them.
     *
     * @param objective quality, greater is better
     * @param measures one coordinate per axis of the environment, {@code double[measures]}
     */
    static Score of(double objective, double... measures) {
        return new Score(objective, Measures.of(measures), java.util.Map.of());
    }

    /**
     * A failure: data, not an exception.
     *
     * @param kind a short word to count by, the same for alike failures
     * @param reason what was expected and what came
     */
    static Failure failed(String kind, String reason) {
        return new Failure(kind, reason);
    }
}

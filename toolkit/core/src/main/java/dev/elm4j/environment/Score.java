package dev.elm4j.environment;

import static java.util.Objects.requireNonNull;

import dev.elm4j.archive.Measures;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A solution's worth and place.
 *
 * @param objective quality, greater is better
 * @param measures one coordinate per axis
 * @param artifacts what a person or an operator may want to see besides (a compiler's message, a rendered text), by
 *     name, in the order of the names; journaled
 */
public record Score(double objective, Measures measures, Map<String, String> artifacts) implements Evaluation {

    /** Copies the artifacts. */
    public Score {
        requireNonNull(measures, "measures");
        artifacts = Collections.unmodifiableMap(new TreeMap<>(artifacts));
    }

    /** A copy with one more artifact. */
    public Score artifact(String name, String text) {
        var more = new TreeMap<>(artifacts);
        more.put(name, text);
        return new Score(objective, measures, more);
    }
}

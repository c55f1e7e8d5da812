package dev.elm4j.text;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What became of edits: all of them are in the text, or none.
 *
 * <pre>{@code
 * Edits edits = Edits.in("<<<<<<< SEARCH\nx = 1\n=======\nx = 2\n>>>>>>> REPLACE").value().orElseThrow();
 * edits.apply("x = 1\ny = 1\n");      // Applied
 * edits.apply("x = 3\ny = 1\n");      // NotApplied, with the nearest line
 * }</pre>
 */
public sealed interface EditOutcome {

    /**
     * Every edit found its one place.
     *
     * @param text the text after all edits
     * @param edits how many there were, at least 1
     */
    record Applied(String text, int edits) implements EditOutcome {
        public Applied {
            requireNonNull(text, "text");
        }
    }

    /**
     * At least one edit was refused, so none was made.
     *
     * @param refusals one or more, in the order of the edits
     */
    record NotApplied(List<EditRefusal> refusals) implements EditOutcome {
        public NotApplied {
            refusals = List.copyOf(refusals);
        }
    }

    /** Every edit found its place, and the text is what it was. */
    record Unchanged() implements EditOutcome {}
}

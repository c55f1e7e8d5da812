package dev.elm4j.text;

import static java.util.Objects.requireNonNull;

/**
 * Why an edit was not made.
 *
 * <pre>{@code
 * Edits edits = Edits.in("@@ -1 +1 @@\n-x = 1\n+x = 2").value().orElseThrow();
 * var outcome = (EditOutcome.NotApplied) edits.apply("x = 3\n");
 * outcome.refusals().get(0).nearest();     // "x = 3"
 * outcome.refusals().get(0).line();        // 1
 * }</pre>
 *
 * @param edit which, from 1, as the answer has them
 * @param reason a sentence for a person, or for the model that tries again; it quotes the two lines below
 * @param expected the first line of the edit that the text does not have, or empty if another matter was the reason
 * @param nearest the line of the text that comes nearest to it, or empty
 * @param line the number of that line, from 1; 0 if there is none
 */
public record EditRefusal(int edit, String reason, String expected, String nearest, int line) {

    /** Checks. */
    public EditRefusal {
        requireNonNull(reason, "reason");
        requireNonNull(expected, "expected");
        requireNonNull(nearest, "nearest");
    }

    static EditRefusal of(int edit, String reason) {
        return new EditRefusal(edit, reason, "", "", 0);
    }
}

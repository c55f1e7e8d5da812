package dev.elm4j.prompting;

import dev.elm4j.environment.Failure;
import dev.elm4j.operator.Proposal;
import dev.elm4j.text.AnswerLines;

/** Which line is a solution of crossover. */
final class ChildLines {

    private static final int FEWEST_WORDS = 2;

    private ChildLines() {}

    /** A line as proposal: a failure if it has fewer than 2 words. */
    static Proposal<String> proposal(String line) {
        int words = AnswerLines.words(line);
        if (words >= FEWEST_WORDS) {
            return Proposal.of(line);
        }
        String reason = words == 0
                ? "The answer has no line with words."
                : "The answer is a single word; a line needs at least " + FEWEST_WORDS + ".";
        return Proposal.failed(new Failure(Failure.NO_SOLUTION, reason));
    }
}

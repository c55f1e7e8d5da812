package dev.elm4j.prompting;

import dev.elm4j.environment.Failure;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.text.AnswerLines;
import java.util.stream.Collectors;

/** What both ways of asking share: how parents are shown, and which line is a solution. */
final class ParentLines {

    private static final int FEWEST_WORDS = 2;

    private ParentLines() {}

    /** One parent per line, without a last line end; blank ones are left out. */
    static String of(Plan<String> plan) {
        return plan.parents().stream()
                .map(parent -> AnswerLines.flat(parent.solution()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

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

package dev.elm4j.prompting;

import dev.elm4j.operator.Proposal;
import dev.elm4j.text.EditOutcome;
import dev.elm4j.text.EditRefusal;
import dev.elm4j.text.Edits;
import dev.elm4j.text.Parsed;
import dev.elm4j.text.ProtectedRegions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of a program by a model's edits, and what must stay in it. */
final class Edited {

    /** Reasons that a failure names. */
    private static final int SHOWN = 3;

    private Edited() {}

    /** The parent with all edits, or why that is not possible. */
    static Proposal<String> program(Parsed<Edits> edits, String answer, String parent, ProtectedRegions regions) {
        if (edits.value().isEmpty()) {
            return Form.noSolution(answer, edits.reason());
        }
        EditOutcome outcome = edits.value().get().apply(parent, regions);
        if (outcome instanceof EditOutcome.Applied applied) {
            return Proposal.of(applied.text());
        }
        if (outcome instanceof EditOutcome.NotApplied refused) {
            boolean fits = edits.value().get().apply(parent) instanceof EditOutcome.Applied;
            return Form.failed(fits ? FailureKinds.PROTECTED : FailureKinds.NO_MATCH, reasons(refused));
        }
        return Form.failed(FailureKinds.UNCHANGED, "The edits leave the program as it is.");
    }

    private static String reasons(EditOutcome.NotApplied refused) {
        List<EditRefusal> refusals = refused.refusals();
        String first = refusals.stream().limit(SHOWN).map(EditRefusal::reason).collect(Collectors.joining(" "));
        return refusals.size() > SHOWN ? first + " And %d more.".formatted(refusals.size() - SHOWN) : first;
    }

    /** A program that was written anew, or a failure if a protected region is not what it was. */
    static Proposal<String> kept(Proposal<String> proposal, String parent, ProtectedRegions regions) {
        if (proposal instanceof Proposal.Solved<String> solved && !regions.kept(parent, solved.solution())) {
            return Form.failed(
                    FailureKinds.PROTECTED, "The answer changes what must stay as it is: %s.".formatted(regions));
        }
        return proposal;
    }

    /** A sentence for the model, or nothing where it may change everything. */
    static String warning(ProtectedRegions regions) {
        return free(regions) ? "" : "Leave as they are: %s.\n\n".formatted(regions);
    }

    /** What a name always says; nothing for a blank word. */
    static List<String> words(String first, ProtectedRegions regions) {
        return Stream.of(first, free(regions) ? "" : "without " + regions)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean free(ProtectedRegions regions) {
        return regions.equals(ProtectedRegions.none());
    }
}

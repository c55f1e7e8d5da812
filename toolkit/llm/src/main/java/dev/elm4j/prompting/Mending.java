package dev.elm4j.prompting;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.RunEnded;
import dev.elm4j.operator.Proposal;
import dev.elm4j.operator.Proposal.Solved;
import dev.elm4j.text.ProtectedRegions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks solutions and has the faulty ones mended.
 *
 * @param check finds the faults
 * @param form of the solutions
 * @param attempts most repairs per candidate
 * @param regions what no repair may change
 */
record Mending(Check check, Form form, int attempts, ProtectedRegions regions) {

    /** Characters of a fault that a model is shown; of a compiler's message the beginning says what is wrong. */
    private static final int SHOWN = 2_000;

    private static final String NEXT_STEP = "\n\n--- repair ---\n\n";

    /**
     * What became of one candidate so far.
     *
     * @param first as it was before all repairs
     * @param proposal as it is now
     * @param fault of its solution if it is to be mended
     * @param failure of the last attempt, if it brought no solution
     */
    private record State(
            Proposal<String> first, Proposal<String> proposal, Optional<String> fault, Optional<Failure> failure) {

        String original() {
            return ((Solved<String>) first).solution();
        }
    }

    Mending {
        requireNonNull(check, "check");
        if (attempts < 1 || attempts > Repair.MOST_ATTEMPTS) {
            throw new IllegalArgumentException(
                    "A repair needs 1 to %d attempts, but was %d.".formatted(Repair.MOST_ATTEMPTS, attempts));
        }
    }

    /** One attempt at a text of which all may change. */
    static Mending of(Check check) {
        return new Mending(check, Form.TEXT, 1, ProtectedRegions.none());
    }

    Mending form(Form changed) {
        return new Mending(check, changed, attempts, regions);
    }

    Mending attempts(int changed) {
        return new Mending(check, form, changed, regions);
    }

    Mending regions(ProtectedRegions changed) {
        return new Mending(check, form, attempts, changed);
    }

    /**
     * The proposals after all repairs.
     *
     * @param indices of the candidates in their batch
     * @param parents whether the proposals are parents, which must change
     */
    List<Proposal<String>> mended(
            Settings settings,
            List<Proposal<String>> proposals,
            List<Integer> indices,
            boolean parents,
            Context context) {
        var states = new ArrayList<State>();
        proposals.forEach(proposal -> states.add(checked(proposal, proposal)));
        for (int attempt = 0; attempt < attempts; attempt++) {
            step(settings, states, indices, new Seeding(context, attempt));
        }
        var mended = new ArrayList<Proposal<String>>();
        for (int i = 0; i < states.size(); i++) {
            mended.add(
                    parents
                            ? child(states.get(i), proposals.get(i))
                            : states.get(i).proposal());
        }
        return mended;
    }

    private void step(Settings settings, List<State> states, List<Integer> indices, Seeding seeding) {
        var faulty = new ArrayList<Integer>();
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).fault().isPresent()) {
                faulty.add(i);
                drafts.add(draft(settings, states.get(i), indices.get(i), seeding));
            }
        }
        if (drafts.isEmpty()) {
            return;
        }
        List<Proposal<String>> answers = settings.asking().ask(drafts, seeding.context());
        for (int i = 0; i < faulty.size(); i++) {
            int place = faulty.get(i);
            states.set(place, after(states.get(place), answers.get(i)));
        }
    }

    private Draft draft(Settings settings, State state, int index, Seeding seeding) {
        String solution = ((Solved<String>) state.proposal()).solution();
        String feedback = shortened(Form.plain(state.fault().orElseThrow()).strip());
        String warning = Edited.warning(regions);
        Prompt prompt = settings.asking().prompt();
        Marks marks = Marks.of(prompt, List.of(settings.task(), warning, solution, feedback));
        String filled = prompt.fill(Map.of(
                "task", settings.taskParagraph(),
                "language", form.language(),
                "regions", warning,
                "solution", form.shown(solution, marks),
                "feedback", feedback,
                "tag", marks.tag()));
        return new Draft(index, filled, List.of(), seeding.seed(index), answer -> form.read(answer.text(), marks));
    }

    /** Each attempt has another seed: the same question asked again may find what it did not find before. */
    private record Seeding(Context context, int attempt) {

        long seed(int index) {
            return context.random(index).longs().skip(attempt + 1L).findFirst().orElseThrow();
        }
    }

    private State after(State before, Proposal<String> answer) {
        String prompt = joined(before.proposal().prompt(), answer.prompt());
        String text = joined(before.proposal().answer(), answer.answer());
        Proposal<String> kept = Edited.kept(answer, before.original(), regions);
        if (kept instanceof Proposal.Failed<String> failed) {
            return new State(
                    before.first(),
                    before.proposal().asked(prompt, text),
                    before.fault(),
                    Optional.of(failed.failure()));
        }
        return checked(before.first(), kept.asked(prompt, text));
    }

    /** A child of a parent: what changed, or else why nothing did. */
    private Proposal<String> child(State state, Proposal<String> parent) {
        if (!(state.proposal() instanceof Solved<String> solved)) {
            return state.proposal();
        }
        if (solved.prompt().isEmpty()) {
            return Form.failed(
                    FailureKinds.NOTHING_TO_REPAIR,
                    "The check '%s' finds nothing wrong with the parent.".formatted(check.name()));
        }
        Proposal<String> changed = form.changed(solved, ((Solved<String>) parent).solution());
        Proposal<String> child = changed instanceof Proposal.Failed<String>
                ? state.failure().map(Proposal::<String>failed).orElse(changed)
                : changed;
        return child.asked(solved.prompt(), solved.answer());
    }

    private State checked(Proposal<String> first, Proposal<String> proposal) {
        if (!(proposal instanceof Solved<String> solved)) {
            return new State(first, proposal, Optional.empty(), Optional.empty());
        }
        try {
            return new State(first, proposal, check.fault(solved.solution()), Optional.empty());
        } catch (RuntimeException
                | StackOverflowError fault) { // a check that recurses, such as an expression, may overflow
            RunEnded.rethrow(fault);
            var failure = new Failure(Failure.THREW, "Check '%s' threw %s".formatted(check.name(), fault));
            Proposal<String> failed = Proposal.<String>failed(failure).asked(proposal.prompt(), proposal.answer());
            return new State(first, failed, Optional.empty(), Optional.empty());
        }
    }

    private static String joined(String before, String now) {
        return before.isEmpty() ? now : before + NEXT_STEP + now;
    }

    private static String shortened(String fault) {
        return fault.codePointCount(0, fault.length()) <= SHOWN
                ? fault
                : fault.substring(0, fault.offsetByCodePoints(0, SHOWN)) + "\u2026";
    }
}

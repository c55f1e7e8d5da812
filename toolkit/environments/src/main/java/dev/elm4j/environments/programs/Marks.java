package dev.elm4j.environments.programs;

import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.RunEnded;
import dev.elm4j.environment.Score;
import dev.elm4j.sandbox.Outcome;
import dev.elm4j.sandbox.ProgramResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the cases say of one program: its result beside what was expected. */
record Marks(Rules rules, String source, ProgramResult result) {

    private static final int FINDINGS = 5;
    private static final String OUTSIDE =
            "a case's score must be in [0, 1]; the score of this environment gave another";

    /** Score of each held-out case's value; 0 where there is none. */
    double objective() {
        int first = rules.examples().size();
        double sum = 0;
        for (int i = 0; i < rules.heldOut().size(); i++) {
            sum += score(rules.heldOut().get(i), result.outcomes().get(first + i));
        }
        return sum / rules.heldOut().size();
    }

    private double score(Case expected, Outcome outcome) {
        if (!outcome.isValid()) {
            return 0;
        }
        double score = rules.scoring().score().score(expected, outcome.value());
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalStateException(OUTSIDE);
        }
        return score;
    }

    private boolean hasValues() {
        return result.outcomes().stream().anyMatch(Outcome::isValid);
    }

    /** A score, or the failure of a program that gave no value at all, or that the scoring code does not bear. */
    Evaluation evaluation(List<ProgramEnvironment.Place> places) {
        try {
            return marked(places);
        } catch (RunEnded end) { // no fault of the program
            throw end;
        } catch (RuntimeException | StackOverflowError fault) { // somebody's scoring code
            return Evaluation.failed(Failure.THREW, told(fault));
        }
    }

    /** The message of somebody's exception may quote a value, and so a held-out case: what threw, and where. */
    private static String told(Throwable fault) {
        if (OUTSIDE.equals(fault.getMessage())) {
            return OUTSIDE;
        }
        StackTraceElement[] places = fault.getStackTrace();
        return fault.getClass().getName() + (places.length == 0 ? "" : " at " + places[0]);
    }

    private Evaluation marked(List<ProgramEnvironment.Place> places) {
        if (!hasValues()) {
            return new Failure(result.status().words(), reason());
        }
        double[] measures = places.stream()
                .mapToDouble(place -> place.measure().measure(source, result))
                .toArray();
        Score score = Evaluation.of(objective(), measures)
                .artifact("tier", result.tier().words())
                .artifact("examples", solved() + " of " + rules.examples().size());
        Optional<String> unsolved = unsolved();
        score = unsolved.isPresent() ? score.artifact("feedback", unsolved.get()) : score;
        return result.findings().isEmpty() ? score : score.artifact("findings", findings());
    }

    private String reason() {
        String findings = result.findings().isEmpty() ? "" : "; " + findings();
        return "%s%s (in %s)".formatted(refused(), findings, result.tier().words());
    }

    private String findings() {
        return result.findings().stream().limit(FINDINGS).map(Object::toString).collect(Collectors.joining("; "));
    }

    private long solved() {
        long solved = 0;
        for (int i = 0; i < rules.examples().size(); i++) {
            solved += score(rules.examples().get(i), result.outcomes().get(i)) == 1 ? 1 : 0;
        }
        return solved;
    }

    /**
     * The first example that is not solved. Nothing that the program said of it: beside held-out cases in one process, it can
     * say what it saw of them.
     */
    private Optional<String> unsolved() {
        for (int i = 0; i < rules.examples().size(); i++) {
            Case example = rules.examples().get(i);
            Outcome outcome = result.outcomes().get(i);
            if (score(example, outcome) < 1) {
                String call = "%s(%s)".formatted(rules.entryPoint(), example.call());
                return Optional.of("%s should give %s, but %s"
                        .formatted(
                                call,
                                Values.text(example.expected()),
                                outcome.isValid()
                                        ? "does not"
                                        : "gives no value: " + outcome.status().words()));
            }
        }
        return Optional.empty();
    }

    /** What is wrong, in words that a model may be told: only where no held-out case was run. */
    Optional<String> feedback() {
        for (int i = 0; i < rules.examples().size(); i++) {
            Case example = rules.examples().get(i);
            Outcome outcome = result.outcomes().get(i);
            if (score(example, outcome) < 1) {
                return Optional.of(wrong(example, outcome));
            }
        }
        return hasValues() ? Optional.empty() : Optional.of(refused());
    }

    /** What a program said while it ran may quote the arguments of held-out cases; what was said before cannot. */
    private String refused() {
        return switch (result.status()) {
            case SYNTAX_ERROR, LOAD_ERROR, COMPILE_LIMIT, REJECTED ->
                result.status().words() + ": " + result.detail();
            default -> result.status().words();
        };
    }

    private String wrong(Case example, Outcome outcome) {
        String call = "%s(%s)".formatted(rules.entryPoint(), example.call());
        return outcome.isValid()
                ? "%s gives %s, but should give %s"
                        .formatted(call, Values.text(outcome.value()), Values.text(example.expected()))
                : "%s gives no value: %s, %s".formatted(call, outcome.status().words(), outcome.detail());
    }
}

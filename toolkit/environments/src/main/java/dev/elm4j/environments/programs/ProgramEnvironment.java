package dev.elm4j.environments.programs;

import static java.util.Objects.requireNonNull;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.prompting.Check;
import dev.elm4j.sandbox.GuardLevel;
import dev.elm4j.sandbox.Language;
import dev.elm4j.sandbox.Limits;
import dev.elm4j.sandbox.Sandbox;
import dev.elm4j.sandbox.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A problem whose solutions are programs: each is called with the arguments of all cases in a sandbox, and scored here.
 *
 * <pre>{@code
 * var sorting = ProgramEnvironment.of("sorting", Language.PYTHON, "run", sandbox)
 *         .task("Write a Python function run(numbers) that returns them in ascending order.")
 *         .examples(Case.given(List.of(3, 1, 2)).expects(List.of(1, 2, 3)))
 *         .heldOut(
 *                 Case.given(List.of(5, -5)).expects(List.of(-5, 5)),
 *                 Case.given(List.of(2, 9, 2)).expects(List.of(2, 2, 9)),
 *                 Case.given(List.of()).expects(List.of()))
 *         .seeds("def run(numbers):\n    return numbers");
 * sorting.audit().suspicious().size();   // 0: nothing trivial scores well
 * }</pre>
 *
 * <p>Objective: the mean score over the held-out cases, in [0, 1]; a case that gave no value counts 0. A program that gave
 * no value at all fails, and its failure is named after the first status. Measures: lines of source, unless others are
 * set. Artifacts: the tier that it ran under, how many examples it solves, the first that it does not (held-out cases are
 * never quoted, nor what a program said beside them), and the guard's findings.
 *
 * <p>A sandbox that fails stops the search and never scores: a run that goes on evaluates the batch again.
 *
 * <p>Immutable, safe to share between threads; the sandbox stays its owner's to close.
 */
public final class ProgramEnvironment implements Environment<String> {

    private static final List<Place> USUAL =
            List.of(new Place(Axis.of("lines", 1, 41).unit("lines").bins(20), ProgramMeasure.lines()));

    private final Rules rules;
    private final String task;
    private final List<Place> places;
    private final List<String> seeds;

    /** A measure and its axis. */
    record Place(Axis axis, ProgramMeasure measure) {}

    private ProgramEnvironment(Rules rules, String task, List<Place> places, List<String> seeds) {
        this.rules = rules;
        this.task = task;
        this.places = List.copyOf(places);
        this.seeds = List.copyOf(seeds);
    }

    /**
     * A problem without cases as yet.
     *
     * @param name part of a run's identity
     * @param language of the programs
     * @param entryPoint the function, or static method, that is called
     * @param sandbox where they run; stays open
     */
    public static ProgramEnvironment of(String name, Language language, String entryPoint, Sandbox sandbox) {
        return new ProgramEnvironment(Rules.of(name, language, entryPoint, sandbox), "", USUAL, List.of());
    }

    /** A copy that tells models this of its task. */
    public ProgramEnvironment task(String text) {
        return new ProgramEnvironment(rules, requireNonNull(text, "task"), places, seeds);
    }

    /** A copy with these cases that a model may be told of and that feedback quotes; they do not count. */
    public ProgramEnvironment examples(Case... cases) {
        return with(rules.examples(List.of(cases)));
    }

    /** A copy with these cases, which alone count. */
    public ProgramEnvironment heldOut(Case... cases) {
        return with(rules.heldOut(List.of(cases)));
    }

    /**
     * A copy that scores values so; default {@link CaseScore#exact()}.
     *
     * @param version part of a run's identity; change it with the score
     */
    public ProgramEnvironment score(String version, CaseScore score) {
        return with(rules.score(version, score));
    }

    /** A copy whose programs may use so much for all cases together; default {@link Limits#usual()}. */
    public ProgramEnvironment limits(Limits limits) {
        return with(rules.limits(limits));
    }

    /** A copy with this level of the guard; default {@link GuardLevel#WARN}. */
    public ProgramEnvironment guard(GuardLevel level) {
        return with(rules.guard(level));
    }

    /** A copy that places programs on one axis more; the first call replaces the lines of source. */
    public ProgramEnvironment measure(Axis axis, ProgramMeasure measure) {
        var more = new ArrayList<>(places.equals(USUAL) ? List.<Place>of() : places);
        more.add(new Place(requireNonNull(axis, "axis"), requireNonNull(measure, "measure")));
        return new ProgramEnvironment(rules, task, more, seeds);
    }

    /** A copy with these first candidates. */
    public ProgramEnvironment seeds(String... sources) {
        return new ProgramEnvironment(rules, task, places, Arrays.asList(sources));
    }

    private ProgramEnvironment with(Rules other) {
        return new ProgramEnvironment(other, task, places, seeds);
    }

    /**
     * Tries trivial, empty, constant, crashing and cheating programs, before money is spent: what does the problem say of
     * them? Takes as long as some twenty evaluations.
     *
     * @throws IllegalStateException if there are no held-out cases
     * @throws dev.elm4j.environment.EnvironmentUnavailable if the sandbox fails
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public AuditReport audit() {
        return Audit.of(rules.checked(), seeds);
    }

    /** What the examples say of a program, for {@link dev.elm4j.prompting.Repair}; held-out cases are not quoted. */
    public Check check() {
        Rules shown = rules.checked().withoutHeldOut();
        return Check.named(
                name() + " " + version(), source -> shown.judge(source, 0).feedback());
    }

    /** The isolation that the programs run under. */
    public Tier tier() {
        return rules.sandbox().tier();
    }

    @Override
    public String name() {
        return rules.name();
    }

    /** Changes with the cases, the score, the limits and the guard. */
    @Override
    public String version() {
        return rules.version();
    }

    @Override
    public String task() {
        return rules.task(task);
    }

    @Override
    public Codec<String> codec() {
        return Codec.string();
    }

    @Override
    public List<Axis> axes() {
        return places.stream().map(Place::axis).toList();
    }

    @Override
    public List<String> seeds() {
        return seeds;
    }

    @Override
    public List<Evaluation> evaluate(List<String> sources, Context context) {
        Rules checked = rules.checked();
        var inputs = new ArrayList<Rules.Seeded>();
        for (int i = 0; i < sources.size(); i++) {
            inputs.add(new Rules.Seeded(sources.get(i), context.random(i).nextLong()));
        }
        return checked.judge(inputs, context).stream()
                .map(marks -> marks.evaluation(places))
                .toList();
    }

    @Override
    public String toString() {
        return "%s: %s programs, %d examples, %d held-out cases; runs in %s"
                .formatted(
                        name(),
                        rules.program("").language().word(),
                        rules.examples().size(),
                        rules.heldOut().size(),
                        tier().words());
    }
}

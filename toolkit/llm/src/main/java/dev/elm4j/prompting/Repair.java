package dev.elm4j.prompting;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Context;
import dev.elm4j.model.Sampling;
import dev.elm4j.operator.Backing;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.operator.Selection;
import dev.elm4j.text.ProtectedRegions;
import dev.langchain4j.model.chat.ChatModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a chat model mend a faulty solution by what a check says of it: the proposals of another operator before they are
 * evaluated, or a parent.
 *
 * <pre>{@code
 * Check ends = text -> text.endsWith(".") ? Optional.empty() : Optional.of("The last sentence has no full stop.");
 * var operator = Repair.after(Rewrite.of(model), model, Check.named("full-stop", ends));
 * operator.name();                                                  // "rewrite + repair(full-stop)"
 * operator.attempts(2).name();                                      // "rewrite + repair(full-stop, 2 attempts)"
 * Repair.of(model, ends).language("python").name();                 // "repair(check, python)"
 * }</pre>
 *
 * <p>After an operator, what the check finds nothing wrong with goes on as it is, and so do failures. The others are asked
 * for again, all of a batch together, up to the number of attempts; each call is booked to its candidate, and prompts and
 * answers of all steps are those of the proposal. What is still faulty then goes on all the same, since only the environment
 * judges; a repair without any solution in it, or one that changes nothing, leaves the solution as it was.
 *
 * <p>Of a parent, a repair is a child only if the model changed something; a parent without a fault is a failure of the kind
 * {@link FailureKinds#NOTHING_TO_REPAIR}. A check that throws an exception, or overflows the stack, makes its candidate a failure.
 *
 * <p>A repair that changes one of the {@link #regions} is as good as none: after an operator the solution stays as it was, and
 * of a parent it is a failure of the kind {@link FailureKinds#PROTECTED}.
 *
 * <p>Places of the prompt: <code>{{solution}}</code> and <code>{{feedback}}</code>, which it needs, <code>{{task}}</code>,
 * <code>{{language}}</code>, <code>{{regions}}</code> and <code>{{tag}}</code> (the name of the tags around a text). Immutable and safe to share between threads as far as the check is; the setting methods give a
 * copy.
 */
public final class Repair implements Operator<String> {

    /** Most attempts per candidate. */
    public static final int MOST_ATTEMPTS = 8;

    private static final Places PLACES =
            new Places(Set.of("solution", "feedback"), Set.of("task", "language", "regions", "tag"));

    private final Optional<Operator<String>> first;
    private final Settings settings;
    private final Mending mending;

    private Repair(Optional<Operator<String>> first, Settings settings, Mending mending) {
        this.first = first;
        this.settings = settings;
        this.mending = mending;
    }

    /** Repairs a parent by what the check says of it, in one attempt, at temperature 0.4. */
    public static Repair of(ChatModel model, Check check) {
        return new Repair(Optional.empty(), usual(model, Form.TEXT), Mending.of(check));
    }

    /** Repairs what another operator proposes, in one attempt, at temperature 0.4. */
    public static Repair after(Operator<String> operator, ChatModel model, Check check) {
        return new Repair(
                Optional.of(requireNonNull(operator, "operator")), usual(model, Form.TEXT), Mending.of(check));
    }

    private static Settings usual(ChatModel model, Form form) {
        Sampling sampling = Asking.characters(requireNonNull(model, "model"), 0.4, 8, form.text() ? 2_000 : 8_000);
        Prompt prompt = Prompt.own(form.text() ? "repair-text-2.txt" : "repair-program-2.txt");
        return Settings.of(new Asking(model, true, sampling, prompt, PLACES), null);
    }

    /** A copy for programs of this language, such as {@code python}; it begins with its own prompt and limits of tokens. */
    public Repair language(String language) {
        Form form = Form.program(language);
        Asking asking = usual(settings.asking().model(), form).asking();
        return new Repair(first, settings.asking(asking), mending.form(form));
    }

    /**
     * A copy that tries so often per candidate; default 1.
     *
     * @throws IllegalArgumentException if it is not 1 to {@value #MOST_ATTEMPTS}
     */
    public Repair attempts(int attempts) {
        return new Repair(first, settings, mending.attempts(attempts));
    }

    /** A copy that must leave these lines as they are; default none. Usually those of the operator before. */
    public Repair regions(ProtectedRegions regions) {
        return new Repair(first, settings, mending.regions(requireNonNull(regions, "regions")));
    }

    /** A copy that tells the model of the task; default nothing. Usually {@code environment.task()}. */
    public Repair task(String task) {
        return with(settings.task(task));
    }

    /** A copy that writes at this temperature, in [0, 10]; default 0.4. */
    public Repair temperature(double temperature) {
        return with(settings.temperature(temperature));
    }

    /** A copy that draws tokens so; default up to some 2,000 characters of a text, 8,000 of a program. */
    public Repair sampling(Sampling sampling) {
        return with(settings.sampling(sampling));
    }

    /** A copy with this prompt. */
    public Repair prompt(Prompt prompt) {
        return with(settings.prompt(prompt));
    }

    /**
     * A copy whose parent is chosen so; default uniform.
     *
     * @throws IllegalStateException if it follows another operator, which chooses its own parents
     */
    public Repair selection(Selection selection) {
        if (first.isPresent()) {
            throw new IllegalStateException("The parents are those of '%s'. Call selection(...) on that operator."
                    .formatted(first.get().name()));
        }
        return with(settings.selection(selection));
    }

    private Repair with(Settings changed) {
        return new Repair(first, changed, mending);
    }

    /** What the model is told. */
    public Prompt prompt() {
        return settings.asking().prompt();
    }

    @Override
    public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
        List<Proposal<String>> proposals = first.map(operator -> operator.propose(plans, context))
                .orElseGet(() -> plans.stream()
                        .map(plan -> Proposal.of(plan.parents().get(0).solution()))
                        .toList());
        List<Integer> indices = plans.stream().map(Plan::index).toList();
        return mending.mended(settings, proposals, indices, first.isEmpty(), context);
    }

    /** {@code repair(check)}, after the name of the operator that it follows, with what differs from the defaults. */
    @Override
    public String name() {
        var words = new ArrayList<>(List.of(mending.check().name()));
        words.addAll(Edited.words(mending.form().language(), mending.regions()));
        if (mending.attempts() > 1) {
            words.add(mending.attempts() + " attempts");
        }
        String own = settings.name("repair", words, usual(settings.asking().model(), mending.form()));
        return first.map(operator -> operator.name() + " + " + own).orElse(own);
    }

    /** All settings, the prompt's text by its hash, the model's identity, and the version of the operator before. */
    @Override
    public String version() {
        String own = settings.version("1") + "; " + mending.regions();
        return first.map(operator -> operator.version() + " + " + own).orElse(own);
    }

    /** That of the operator before, with both prompts; of a repair alone its own. */
    @Override
    public Backing backing() {
        Backing own = settings.asking().backing();
        return first.map(Operator::backing)
                .map(before -> new Backing(
                        before.model().isEmpty() || before.model().equals(own.model())
                                ? own.model()
                                : before.model() + " + " + own.model(),
                        before.prompt().isEmpty() ? own.prompt() : before.prompt() + " + " + own.prompt()))
                .orElse(own);
    }

    @Override
    public int parents() {
        return first.map(Operator::parents).orElse(1);
    }

    @Override
    public Selection selection() {
        return first.map(Operator::selection).orElse(settings.selection());
    }

    @Override
    public String toString() {
        return name() + " by " + backing().model();
    }
}

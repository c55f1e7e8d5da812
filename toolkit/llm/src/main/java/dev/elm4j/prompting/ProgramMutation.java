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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Lets a model write a whole program anew with one change, by an instruction drawn for each candidate from a list.
 *
 * <pre>{@code
 * ProgramMutation.of(model, "python").task("Write f(x), the steps of a walk.");
 * ProgramMutation.of(model, "python").instruction("Change one number.").chatted();
 * ProgramMutation.of(model, "python").regions(ProtectedRegions.between("KEEP-BEGIN", "KEEP-END"));
 * ProgramMutation.of(model, "java").name();      // "program(java)"
 * }</pre>
 *
 * <p>A chat model is shown the program in a fence and answers with one. A model that continues texts
 * ({@link dev.elm4j.model.CompletionModel}) reads it as version 1 and writes version 2, which begins with the same line;
 * of a Python program that is one function, it is over where a second block begins. An answer that is the parent again but
 * for blanks is a failure of the kind {@link FailureKinds#UNCHANGED}, one that changes a protected region of
 * {@link FailureKinds#PROTECTED}; the program is not compiled here.
 *
 * <p>Places of the prompt: <code>{{program}}</code>, which it needs, <code>{{instruction}}</code>, <code>{{task}}</code>,
 * <code>{{language}}</code> and <code>{{regions}}</code>, and, where a text is continued, <code>{{next}}</code> (the heading)
 * and <code>{{opening}}</code> (what the new one begins with; the last place). Immutable and safe to share between threads;
 * the setting methods give a copy.
 *
 * @see <a href="https://arxiv.org/abs/2206.08896">Lehman 2022, Evolution through Large Models</a>
 */
public final class ProgramMutation implements Operator<String> {

    private static final Places CHAT =
            new Places(Set.of("program"), Set.of("instruction", "task", "language", "regions"));
    private static final Places CONTINUED =
            new Places(Set.of("program"), Set.of("instruction", "task", "language", "regions", "next", "opening"));

    private final Settings settings;
    private final Form form;
    private final ProtectedRegions regions;

    private ProgramMutation(Settings settings, Form form, ProtectedRegions regions) {
        this.settings = settings;
        this.form = form;
        this.regions = regions;
    }

    /**
     * Mutation by one of {@link Instructions#programs}, at temperature 0.8.
     *
     * @param language of the program, as a fence has it: {@code python}, {@code java}
     */
    public static ProgramMutation of(ChatModel model, String language) {
        requireNonNull(model, "model");
        return new ProgramMutation(usual(model, Asking.chats(model)), Form.program(language), ProtectedRegions.none());
    }

    private static Settings usual(ChatModel model, boolean chats) {
        Sampling sampling = Asking.characters(model, 0.8, 8, chats ? 8_000 : 1_200);
        Prompt prompt = Prompt.own(chats ? "program-chat-1.txt" : "program-continued-1.txt");
        return Settings.of(
                new Asking(model, chats, sampling, prompt, chats ? CHAT : CONTINUED), Instructions.programs());
    }

    /** A copy that asks in a chat, also where the model can continue texts; it begins with the prompt and limits of chats. */
    public ProgramMutation chatted() {
        return with(settings.asking(usual(settings.asking().model(), true).asking()));
    }

    /** A copy with this one instruction. */
    public ProgramMutation instruction(String instruction) {
        return instructions(Instructions.of(requireNonNull(instruction, "instruction")));
    }

    /** A copy that draws from these. */
    public ProgramMutation instructions(Instructions instructions) {
        return with(settings.instructions(instructions));
    }

    /** A copy that tells the model of the task; default nothing. Usually {@code environment.task()}. */
    public ProgramMutation task(String task) {
        return with(settings.task(task));
    }

    /** A copy that must leave these lines as they are; default none. */
    public ProgramMutation regions(ProtectedRegions regions) {
        return new ProgramMutation(settings, form, requireNonNull(regions, "regions"));
    }

    /** A copy that writes at this temperature, in [0, 10]; default 0.8. */
    public ProgramMutation temperature(double temperature) {
        return with(settings.temperature(temperature));
    }

    /** A copy that draws tokens so; default up to some 8,000 characters in a chat, 1,200 where a text is continued. */
    public ProgramMutation sampling(Sampling sampling) {
        return with(settings.sampling(sampling));
    }

    /** A copy with this prompt. */
    public ProgramMutation prompt(Prompt prompt) {
        return with(settings.prompt(prompt));
    }

    /** A copy whose parent is chosen so; default uniform. */
    public ProgramMutation selection(Selection selection) {
        return with(settings.selection(selection));
    }

    private ProgramMutation with(Settings changed) {
        return new ProgramMutation(changed, form, regions);
    }

    /** What the model is told. */
    public Prompt prompt() {
        return settings.asking().prompt();
    }

    @Override
    public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
        return settings.asking().ask(plans, context, this::draft);
    }

    private Draft draft(Plan<String> plan, SplittableRandom random) {
        String instruction = settings.instructions().draw(random);
        String parent = plan.parents().get(0).solution();
        return settings.asking().chats()
                ? chat(new Draft(plan.index(), instruction, List.of(), random.nextLong(), null), parent)
                : continuation(new Draft(plan.index(), instruction, List.of(), random.nextLong(), null), parent);
    }

    private Draft chat(Draft begun, String parent) {
        String prompt = prompt().fill(Map.of(
                "task", settings.taskParagraph(),
                "instruction", begun.prompt(),
                "language", form.language(),
                "regions", Edited.warning(regions),
                "program", Form.fenced(form.language(), parent)));
        return new Draft(
                begun.index(),
                prompt,
                List.of(),
                begun.seed(),
                answer -> kept(form.readProgram(answer.text()), parent));
    }

    private Draft continuation(Draft begun, String parent) {
        var sections = Sections.of(form, List.of(parent));
        String prompt = Sections.trimmed(prompt().fill(Map.of(
                "task", form.commented(settings.task()),
                "instruction", begun.prompt(),
                "language", form.language(),
                "regions", "",
                "program", sections.text(),
                "next", sections.next(),
                "opening", sections.opening())));
        return new Draft(
                begun.index(),
                prompt,
                sections.stops(),
                begun.seed(),
                answer -> kept(sections.read(answer, prompt()), parent));
    }

    private Proposal<String> kept(Proposal<String> proposal, String parent) {
        return Edited.kept(form.changed(proposal, parent), parent, regions);
    }

    /** {@code program(python)}, with what differs from the defaults. */
    @Override
    public String name() {
        Asking asking = settings.asking();
        return settings.name("program", first(), usual(asking.model(), Asking.chats(asking.model())));
    }

    private List<String> first() {
        return Edited.words(form.language(), regions);
    }

    /** All settings, the prompt's text by its hash, and the model's identity. */
    @Override
    public String version() {
        return settings.version("1") + "; " + regions;
    }

    @Override
    public Backing backing() {
        return settings.asking().backing();
    }

    @Override
    public Selection selection() {
        return settings.selection();
    }

    @Override
    public String toString() {
        return name() + " by " + backing().model();
    }
}

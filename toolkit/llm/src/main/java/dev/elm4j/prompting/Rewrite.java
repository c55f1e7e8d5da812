package dev.elm4j.prompting;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.model.Sampling;
import dev.elm4j.operator.Backing;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.operator.Selection;
import dev.elm4j.text.AnswerLines;
import dev.langchain4j.model.chat.ChatModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Lets a model rewrite a text by an instruction, drawn for each candidate from a list.
 *
 * <pre>{@code
 * Rewrite.of(model);                                            // one of 16 instructions each
 * Rewrite.of(model).instruction("Make it shorter.").name();
 * Rewrite.of(model).instructions(Instructions.of("Make it sad.", "Make it loud.")).temperature(1.1);
 * Rewrite.of(model).prompt(Prompt.of("mine", "1", "{{instruction}}\n\n{{text}}")).backing().prompt();   // "mine-1"
 * }</pre>
 *
 * <p>A chat model is shown the text in tags and may answer with any text. A model that continues texts
 * ({@link dev.elm4j.model.CompletionModel}, such as the one in the kernel) gets a few examples and the text as one line, and
 * writes one line; {@link #chatted} asks it in a chat too. An answer that is the parent again is a failure of the kind
 * {@link FailureKinds#UNCHANGED}; so are, with their kinds, a refusal, an answer that is cut off, and one without text.
 *
 * <p>Places of the prompt: <code>{{text}}</code>, which it needs, <code>{{instruction}}</code>, <code>{{task}}</code> and
 * <code>{{tag}}</code>, the name of tags that the text has not; without that place they are called {@code text}. Immutable and safe to share between threads; the setting methods give a copy.
 *
 * @see <a href="https://arxiv.org/abs/2309.16797">Fernando 2023, Promptbreeder</a>
 */
public final class Rewrite implements Operator<String> {

    private static final Places PLACES = new Places(Set.of("text"), Set.of("instruction", "task", "tag"));

    private final Settings settings;

    private Rewrite(Settings settings) {
        this.settings = settings;
    }

    /** Rewriting by one of {@link Instructions#mutations}, at temperature 0.9. */
    public static Rewrite of(ChatModel model) {
        requireNonNull(model, "model");
        return new Rewrite(usual(model, Asking.chats(model)));
    }

    private static Settings usual(ChatModel model, boolean chats) {
        Sampling sampling = Asking.characters(model, 0.9, 8, chats ? 2_000 : 240);
        Prompt prompt = Prompt.own(chats ? "rewrite-chat-2.txt" : "rewrite-continued-1.txt");
        return Settings.of(new Asking(model, chats, sampling, prompt, PLACES), Instructions.mutations());
    }

    /** A copy that asks in a chat, also where the model can continue texts; it begins with the prompt and limits of chats. */
    public Rewrite chatted() {
        return with(settings.asking(usual(settings.asking().model(), true).asking()));
    }

    /** A copy with this one instruction. */
    public Rewrite instruction(String instruction) {
        return instructions(Instructions.of(requireNonNull(instruction, "instruction")));
    }

    /** A copy that draws from these. */
    public Rewrite instructions(Instructions instructions) {
        return with(settings.instructions(instructions));
    }

    /** A copy that tells the model of the task; default nothing. Usually {@code environment.task()}. */
    public Rewrite task(String task) {
        return with(settings.task(task));
    }

    /** A copy that writes at this temperature, in [0, 10]; default 0.9. */
    public Rewrite temperature(double temperature) {
        return with(settings.temperature(temperature));
    }

    /** A copy that draws tokens so; default up to some 2,000 characters in a chat, 240 where a line is continued. */
    public Rewrite sampling(Sampling sampling) {
        return with(settings.sampling(sampling));
    }

    /** A copy with this prompt. */
    public Rewrite prompt(Prompt prompt) {
        return with(settings.prompt(prompt));
    }

    /** A copy whose parent is chosen so; default uniform. */
    public Rewrite selection(Selection selection) {
        return with(settings.selection(selection));
    }

    private static Rewrite with(Settings settings) {
        return new Rewrite(settings);
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
        String parent = plan.parents().get(0).solution();
        boolean chats = settings.asking().chats();
        String instruction = settings.instructions().draw(random);
        Marks marks = Marks.of(prompt(), List.of(settings.task(), instruction, parent));
        String prompt = prompt().fill(Map.of(
                "task",
                settings.taskParagraph(),
                "instruction",
                instruction,
                "text",
                chats ? Form.plain(parent) : AnswerLines.flat(parent),
                "tag",
                marks.tag()));
        return new Draft(
                plan.index(),
                prompt,
                List.of("\n"),
                random.nextLong(),
                answer -> Form.TEXT.changed(chats ? Form.TEXT.read(answer.text(), marks) : line(answer), parent));
    }

    private Proposal<String> line(Answer answer) {
        if (answer.cutOff()) {
            return Form.failed(
                    Failure.CUT_OFF,
                    "The line did not end within %d tokens."
                            .formatted(settings.asking().sampling().maxTokens()));
        }
        String line = AnswerLines.clean(answer.text());
        return line.isEmpty() ? Form.failed(Failure.NO_SOLUTION, "The answer has no words.") : Proposal.of(line);
    }

    /** {@code rewrite}, with what differs from the defaults. */
    @Override
    public String name() {
        Asking asking = settings.asking();
        return settings.name("rewrite", List.of(), usual(asking.model(), Asking.chats(asking.model())));
    }

    /** All settings, the prompt's text by its hash, and the model's identity. */
    @Override
    public String version() {
        return settings.version("1");
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

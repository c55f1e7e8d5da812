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
import dev.elm4j.text.CommitDiff;
import dev.elm4j.text.Edits;
import dev.elm4j.text.Parsed;
import dev.elm4j.text.ProtectedRegions;
import dev.langchain4j.model.chat.ChatModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Lets a model write the diff that belongs to a commit message: the mutation that Evolution through Large Models began with.
 *
 * <pre>{@code
 * CommitMutation.of(model).file("walker.py");                               // one of 24 messages each
 * CommitMutation.of(model).messages(Instructions.of("Changed the radius.", "Fixed a bug."));
 * CommitMutation.of(model).name();                                          // "commit"
 * }</pre>
 *
 * <p>A model that continues texts gets the form that diff models were trained on, {@code <NME> file}, {@code <BEF> program},
 * {@code <MSG> message}, {@code <DFF>}, after one whole commit as an example; {@link #trained} leaves the example out. Small
 * models that were not trained so hardly ever write a diff that fits, with or without it: use {@link ProgramMutation}. Any other is asked in a chat. The diff is read and applied as by
 * {@link ProgramEdits}, with the same kinds of failure.
 *
 * <p>Places of the prompt: <code>{{program}}</code>, which it needs, <code>{{message}}</code>, <code>{{file}}</code> and
 * <code>{{task}}</code>; in a chat also <code>{{regions}}</code>. Immutable and safe to share between threads; the setting
 * methods give a copy.
 *
 * @see <a href="https://arxiv.org/abs/2206.08896">Lehman 2022, Evolution through Large Models</a>
 */
public final class CommitMutation implements Operator<String> {

    private static final Places PLACES = new Places(Set.of("program"), Set.of("message", "file", "task", "regions"));

    /** Ends of a diff: of the text, or where another commit begins. */
    private static final List<String> STOPS = List.of("<|endoftext|>", "\n<NME>", "\n<BEF>", "\n<MSG>");

    private final Settings settings;
    private final String file;
    private final ProtectedRegions regions;

    private CommitMutation(Settings settings, String file, ProtectedRegions regions) {
        this.settings = settings;
        this.file = file;
        this.regions = regions;
    }

    /** Mutation by one of {@link Instructions#commits}, at temperature 0.8, of a file called {@code program.py}. */
    public static CommitMutation of(ChatModel model) {
        requireNonNull(model, "model");
        return new CommitMutation(usual(model, Asking.chats(model)), "program.py", ProtectedRegions.none());
    }

    private static Settings usual(ChatModel model, boolean chats) {
        Sampling sampling = Asking.characters(model, 0.8, 8, chats ? 4_000 : 800);
        Prompt prompt = Prompt.own(chats ? "commit-chat-1.txt" : "commit-example-1.txt");
        return Settings.of(new Asking(model, chats, sampling, prompt, PLACES), Instructions.commits());
    }

    /** A copy that asks in a chat, also where the model can continue texts; it begins with the prompt and limits of chats. */
    public CommitMutation chatted() {
        return with(settings.asking(usual(settings.asking().model(), true).asking()));
    }

    /**
     * A copy for a diff model, which needs no example: the prompt is the commit alone.
     *
     * @throws IllegalStateException if the model is asked in a chat
     */
    public CommitMutation trained() {
        if (settings.asking().chats()) {
            throw new IllegalStateException(
                    "A diff model continues texts, but %s is asked in a chat. Leave trained() out."
                            .formatted(backing().model()));
        }
        return prompt(Prompt.own("commit-continued-1.txt"));
    }

    /** A copy that draws its commit messages from these. */
    public CommitMutation messages(Instructions messages) {
        return with(settings.instructions(messages));
    }

    /** A copy with this name of the file, which tells the model the language; default {@code program.py}. */
    public CommitMutation file(String file) {
        return new CommitMutation(settings, AnswerLines.flat(requireNonNull(file, "file")), regions);
    }

    /** A copy that tells the model of the task; default nothing. Usually {@code environment.task()}. */
    public CommitMutation task(String task) {
        return with(settings.task(task));
    }

    /** A copy that must leave these lines as they are; default none. */
    public CommitMutation regions(ProtectedRegions regions) {
        return new CommitMutation(settings, file, requireNonNull(regions, "regions"));
    }

    /** A copy that writes at this temperature, in [0, 10]; default 0.8. */
    public CommitMutation temperature(double temperature) {
        return with(settings.temperature(temperature));
    }

    /** A copy that draws tokens so; default up to some 4,000 characters in a chat, 800 where a text is continued. */
    public CommitMutation sampling(Sampling sampling) {
        return with(settings.sampling(sampling));
    }

    /** A copy with this prompt. */
    public CommitMutation prompt(Prompt prompt) {
        return with(settings.prompt(prompt));
    }

    /** A copy whose parent is chosen so; default uniform. */
    public CommitMutation selection(Selection selection) {
        return with(settings.selection(selection));
    }

    private CommitMutation with(Settings changed) {
        return new CommitMutation(changed, file, regions);
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
        String prompt = prompt().fill(Map.of(
                "task",
                settings.taskParagraph(),
                "message",
                settings.instructions().draw(random),
                "file",
                file,
                "regions",
                chats ? Edited.warning(regions) : "",
                "program",
                chats ? Form.fenced("", parent) : Form.plain(parent)));
        return new Draft(plan.index(), prompt, STOPS, random.nextLong(), answer -> read(answer, parent));
    }

    private Proposal<String> read(Answer answer, String parent) {
        if (answer.cutOff()) {
            return Form.failed(Failure.CUT_OFF, "The diff did not end within the token limit.");
        }
        Parsed<Edits> edits = settings.asking().chats() ? Edits.in(answer.text()) : CommitDiff.edits(answer.text());
        return Edited.program(edits, answer.text(), parent, regions);
    }

    /** {@code commit}, with what differs from the defaults. */
    @Override
    public String name() {
        Asking asking = settings.asking();
        var first = Edited.words(file.equals("program.py") ? "" : file, regions);
        return settings.name("commit", first, usual(asking.model(), Asking.chats(asking.model())));
    }

    /** All settings, the prompt's text by its hash, and the model's identity. */
    @Override
    public String version() {
        return settings.version("1") + "; " + file + "; " + regions;
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

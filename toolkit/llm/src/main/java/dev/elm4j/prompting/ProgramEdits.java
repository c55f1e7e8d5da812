package dev.elm4j.prompting;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Context;
import dev.elm4j.model.Sampling;
import dev.elm4j.operator.Backing;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.operator.Selection;
import dev.elm4j.text.Edits;
import dev.elm4j.text.ProtectedRegions;
import dev.langchain4j.model.chat.ChatModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Lets a chat model edit a program, by a unified diff or by blocks to search and replace: for programs that are too long to
 * be written anew, and for those of which some lines must stay.
 *
 * <pre>{@code
 * ProgramEdits.diff(model).task("Sort the list as fast as possible.");
 * ProgramEdits.searchReplace(model)
 *         .language("python")
 *         .regions(ProtectedRegions.outside("EVOLVE-BLOCK-START", "EVOLVE-BLOCK-END"));
 * ProgramEdits.searchReplace(model).name();      // "search-replace"
 * }</pre>
 *
 * <p>{@link Edits} reads an answer leniently and applies it strictly: all of its edits, or none. What does not fit is a
 * failure of the kind {@link FailureKinds#NO_MATCH} whose reason says which edit and the nearest line; what would fit but
 * changes a protected region is one of {@link FailureKinds#PROTECTED}, and edits without effect are one of
 * {@link FailureKinds#UNCHANGED}. A model that continues texts is asked in a chat as well; for diffs of such a model see
 * {@link CommitMutation}.
 *
 * <p>Places of the prompt: <code>{{program}}</code>, which it needs, <code>{{instruction}}</code>, <code>{{task}}</code> and
 * <code>{{regions}}</code>. Immutable and safe to share between threads; the setting methods give a copy.
 *
 * @see <a href="https://arxiv.org/abs/2506.13131">Novikov 2025, AlphaEvolve</a>
 */
public final class ProgramEdits implements Operator<String> {

    private static final Places PLACES = new Places(Set.of("program"), Set.of("instruction", "task", "regions"));

    private enum Way {
        DIFF("diff"),
        SEARCH_REPLACE("search-replace");

        private final String word;

        Way(String word) {
            this.word = word;
        }
    }

    private final Settings settings;
    private final Way way;
    private final String language;
    private final ProtectedRegions regions;

    private ProgramEdits(Settings settings, Way way, String language, ProtectedRegions regions) {
        this.settings = settings;
        this.way = way;
        this.language = language;
        this.regions = regions;
    }

    /** Edits by a unified diff, by one of {@link Instructions#programs}, at temperature 0.8. */
    public static ProgramEdits diff(ChatModel model) {
        return of(model, Way.DIFF);
    }

    /** Edits by blocks to search and replace, by one of {@link Instructions#programs}, at temperature 0.8. */
    public static ProgramEdits searchReplace(ChatModel model) {
        return of(model, Way.SEARCH_REPLACE);
    }

    private static ProgramEdits of(ChatModel model, Way way) {
        return new ProgramEdits(usual(requireNonNull(model, "model"), way), way, "", ProtectedRegions.none());
    }

    private static Settings usual(ChatModel model, Way way) {
        Sampling sampling = Asking.characters(model, 0.8, 8, 4_000);
        Prompt prompt = Prompt.own(way.word + "-1.txt");
        return Settings.of(new Asking(model, true, sampling, prompt, PLACES), Instructions.programs());
    }

    /** A copy that shows the program in a fence of this language, such as {@code python}; default a fence without one. */
    public ProgramEdits language(String language) {
        return new ProgramEdits(settings, way, Form.program(language).language(), regions);
    }

    /** A copy with this one instruction. */
    public ProgramEdits instruction(String instruction) {
        return instructions(Instructions.of(requireNonNull(instruction, "instruction")));
    }

    /** A copy that draws from these. */
    public ProgramEdits instructions(Instructions instructions) {
        return with(settings.instructions(instructions));
    }

    /** A copy that tells the model of the task; default nothing. Usually {@code environment.task()}. */
    public ProgramEdits task(String task) {
        return with(settings.task(task));
    }

    /** A copy that must leave these lines as they are; default none. */
    public ProgramEdits regions(ProtectedRegions regions) {
        return new ProgramEdits(settings, way, language, requireNonNull(regions, "regions"));
    }

    /** A copy that writes at this temperature, in [0, 10]; default 0.8. */
    public ProgramEdits temperature(double temperature) {
        return with(settings.temperature(temperature));
    }

    /** A copy that draws tokens so; default up to some 4,000 characters. */
    public ProgramEdits sampling(Sampling sampling) {
        return with(settings.sampling(sampling));
    }

    /** A copy with this prompt. */
    public ProgramEdits prompt(Prompt prompt) {
        return with(settings.prompt(prompt));
    }

    /** A copy whose parent is chosen so; default uniform. */
    public ProgramEdits selection(Selection selection) {
        return with(settings.selection(selection));
    }

    private ProgramEdits with(Settings changed) {
        return new ProgramEdits(changed, way, language, regions);
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
        String prompt = prompt().fill(Map.of(
                "task", settings.taskParagraph(),
                "instruction", settings.instructions().draw(random),
                "regions", Edited.warning(regions),
                "program", Form.fenced(language, parent)));
        return new Draft(
                plan.index(),
                prompt,
                List.of(),
                random.nextLong(),
                answer -> Edited.program(Edits.in(answer.text()), answer.text(), parent, regions));
    }

    /** {@code diff} or {@code search-replace}, with what differs from the defaults. */
    @Override
    public String name() {
        var first = Edited.words(language, regions);
        return settings.name(way.word, first, usual(settings.asking().model(), way));
    }

    /** All settings, the prompt's text by its hash, and the model's identity. */
    @Override
    public String version() {
        return settings.version("1") + "; " + language + "; " + regions;
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

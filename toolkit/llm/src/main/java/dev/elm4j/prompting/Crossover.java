package dev.elm4j.prompting;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Context;
import dev.elm4j.model.Sampling;
import dev.elm4j.operator.Backing;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.operator.Selection;
import dev.langchain4j.model.chat.ChatModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Language-model crossover: the model reads a few alike solutions and writes the next one.
 *
 * <p>A model that can continue a text ({@link dev.elm4j.model.CompletionModel}, such as the one in the kernel) is given the
 * parents alone and goes on; any other is asked in a chat. A solution is shown as one line, also if it has several, until
 * {@link #texts} or {@link #programs} say that it has several. An answer with fewer than 2 words, or one that ended at the
 * token limit, is a failure of its candidate.
 *
 * <pre>{@code
 * Crossover.lmx(model, 4);                                      // temperature 0.9, top-p 0.95, about 120 characters
 * Crossover.lmx(model, 4).temperature(1.1).tokens(3, 60);
 * Crossover.lmx(model, 2).selection(Selection.uniform());       // random parents; best ones: Selection.best(0.1)
 * Crossover.lmx(model, 3).programs("python").name();            // "lmx(3, python)"
 * Crossover.lmx(model, 3).texts().rewriting().name();           // "lmx(3, texts, rewriting)"
 * }</pre>
 *
 * <p>The child is new by default and replaces none of them; with {@link #rewriting} it is the first parent, rewritten in the
 * manner of the others; a model that continues texts is given its beginning, so that it keeps its subject. The form is chosen first: {@link #texts}, {@link #programs}, {@link #rewriting} and
 * {@link #chatted} bring their own prompt and limits of tokens.
 *
 * <p>Places of the prompt: <code>{{parents}}</code>, which it needs unless it rewrites, <code>{{text}}</code> (the first
 * parent, which it needs then), <code>{{others}}</code>, <code>{{task}}</code>, <code>{{language}}</code>, and
 * <code>{{tag}}</code> of texts in a chat, the name of the tags around each, and <code>{{opening}}</code>, what the child begins with (the last place); programs that are continued have
 * <code>{{next}}</code>, a heading, instead of {@code text} and {@code others}.
 *
 * <p>Immutable and safe to share between threads; the setting methods give a copy.
 *
 * @see <a href="https://arxiv.org/abs/2302.12170">Meyerson 2023, Language Model Crossover</a>
 */
public final class Crossover implements Operator<String> {

    /** Most parents that a prompt shows. */
    public static final int MOST_PARENTS = 16;

    /** Fewest characters of a child, roughly, where nobody set the tokens. */
    private static final int SHORTEST = 12;

    /** Neighbours, but not the worst three in ten: without that, lines off the subject beget lines off the subject. */
    private static final Selection USUAL_SELECTION = Selection.nearCell(0.7);

    private final int parents;
    private final Exhibit exhibit;
    private final Settings settings;

    private Crossover(int parents, Exhibit exhibit, Settings settings) {
        this.parents = parents;
        this.exhibit = exhibit;
        this.settings = settings;
    }

    /**
     * Crossover of parents from neighbouring cells, chosen among the better 70 % of the elites.
     *
     * @param model writes the children
     * @param parents how many a prompt shows, 1 to {@value #MOST_PARENTS}; 3 to 5 are usual
     */
    public static Crossover lmx(ChatModel model, int parents) {
        requireNonNull(model, "Crossover needs a model, but got null. Try Models.local() or Models.tiny().");
        if (parents < 1 || parents > MOST_PARENTS) {
            throw new IllegalArgumentException(
                    "Language-model crossover needs 1 to %d parents, but was %d. 3 to 5 are usual."
                            .formatted(MOST_PARENTS, parents));
        }
        var lines = new Exhibit(Exhibit.Kind.LINES, Form.TEXT, Asking.chats(model), false);
        return new Crossover(parents, lines, usual(model, lines));
    }

    private static Settings usual(ChatModel model, Exhibit exhibit) {
        Sampling sampling = Asking.characters(model, 0.9, SHORTEST, exhibit.most());
        var asking = new Asking(model, exhibit.chats(), sampling, exhibit.prompt(), places(exhibit));
        return Settings.of(asking, null).selection(USUAL_SELECTION);
    }

    private static Places places(Exhibit exhibit) {
        boolean sections = exhibit.kind() == Exhibit.Kind.PROGRAMS && !exhibit.chats();
        boolean first = exhibit.rewrites() && !sections;
        var others = new HashSet<>(Set.of("task", "language", "parents", "others", "text", "next", "opening"));
        others.removeAll(sections ? Set.of("text", "others") : Set.of("next"));
        if (exhibit.marked()) {
            others.add("tag");
        }
        return new Places(first ? Set.of("text") : Set.of("parents"), others);
    }

    /** A copy whose solutions may have several lines, which it keeps. */
    public Crossover texts() {
        return with(new Exhibit(Exhibit.Kind.TEXTS, Form.TEXT, exhibit.chats(), exhibit.rewrites()));
    }

    /**
     * A copy whose solutions are programs.
     *
     * @param language as a fence has it: {@code python}, {@code java}
     */
    public Crossover programs(String language) {
        return with(new Exhibit(Exhibit.Kind.PROGRAMS, Form.program(language), exhibit.chats(), exhibit.rewrites()));
    }

    /** A copy that rewrites the first parent in the manner of the others; of an only parent, in its own. */
    public Crossover rewriting() {
        return with(new Exhibit(exhibit.kind(), exhibit.form(), exhibit.chats(), true));
    }

    /** A copy that asks in a chat, also where the model can continue texts. */
    public Crossover chatted() {
        return with(new Exhibit(exhibit.kind(), exhibit.form(), true, exhibit.rewrites()));
    }

    /** A copy that tells the model of the task; default nothing. Usually {@code environment.task()}. */
    public Crossover task(String task) {
        return with(settings.task(task));
    }

    /** A copy that writes at this temperature, in [0, 10]; default 0.9. */
    public Crossover temperature(double temperature) {
        return with(settings.temperature(temperature));
    }

    /** A copy that draws from this nucleus, in (0, 1]; default 0.95. */
    public Crossover topP(double topP) {
        return with(settings.sampling(settings.asking().sampling().topP(topP)));
    }

    /**
     * A copy that writes at least {@code min} and at most {@code max} tokens, whatever a token of the model holds. The
     * default for lines is about 12 to 120 characters: 3 and 30 tokens of 4 characters, but 12 and 120 of a model whose tokens
     * are single bytes ({@link dev.elm4j.model.CompletionModel#charactersPerToken}); for texts and programs it is some 1,000
     * and 1,200 characters, and four times as many in a chat. A chat model is not held to the minimum and may use 64 tokens
     * more, for what it says around its answer.
     */
    public Crossover tokens(int min, int max) {
        return with(settings.sampling(settings.asking().sampling().tokens(min, max)));
    }

    /** A copy with this prompt. */
    public Crossover prompt(Prompt prompt) {
        return with(settings.prompt(prompt));
    }

    /** A copy whose parents are chosen so; default {@link Selection#nearCell(double)} of 0.7. */
    public Crossover selection(Selection selection) {
        return with(settings.selection(selection));
    }

    private Crossover with(Settings changed) {
        return new Crossover(parents, exhibit, changed);
    }

    /** Another form, with its own prompt and limits of tokens; temperature and nucleus stay. */
    private Crossover with(Exhibit changed) {
        Asking usual = usual(settings.asking().model(), changed).asking();
        Sampling limits = usual.sampling();
        Sampling now = settings.asking().sampling();
        Asking asking =
                usual.sampling(new Sampling(now.temperature(), now.topP(), limits.minTokens(), limits.maxTokens()));
        return new Crossover(parents, changed, settings.asking(asking));
    }

    /** What the model is told. */
    public Prompt prompt() {
        return settings.asking().prompt();
    }

    /** {@code lmx(4)}, with what differs from the defaults: {@code lmx(4, temperature 1.1)}. */
    @Override
    public String name() {
        var first = new ArrayList<>(List.of(String.valueOf(parents)));
        switch (exhibit.kind()) {
            case TEXTS -> first.add("texts");
            case PROGRAMS -> first.add(exhibit.form().language());
            case LINES -> {}
        }
        if (exhibit.rewrites()) {
            first.add("rewriting");
        }
        ChatModel model = settings.asking().model();
        if (exhibit.chats() && !Asking.chats(model)) {
            first.add("chatted");
        }
        return settings.name("lmx", first, usual(model, exhibit));
    }

    /** All settings, the prompt's text by its hash, the model's identity, and whether it continues or chats. */
    @Override
    public String version() {
        return settings.version("2");
    }

    @Override
    public Backing backing() {
        return settings.asking().backing();
    }

    @Override
    public int parents() {
        return parents;
    }

    @Override
    public Selection selection() {
        return settings.selection();
    }

    @Override
    public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
        return settings.asking().ask(plans, context, this::draft);
    }

    private Draft draft(Plan<String> plan, SplittableRandom random) {
        List<String> solutions = plan.parents().stream().map(Parent::solution).toList();
        Marks marks = Marks.of(
                prompt(),
                Stream.concat(solutions.stream(), Stream.of(settings.task())).toList());
        String prompt = exhibit.tidy(prompt().fill(exhibit.values(solutions, settings.task(), marks)));
        return new Draft(
                plan.index(),
                prompt,
                exhibit.stops(solutions),
                random.nextLong(),
                answer -> exhibit.read(answer, solutions, prompt(), marks));
    }

    @Override
    public String toString() {
        return name() + " by " + backing().model();
    }
}

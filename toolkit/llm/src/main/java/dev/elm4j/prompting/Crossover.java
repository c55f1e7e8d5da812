package dev.elm4j.prompting;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Context;
import dev.elm4j.model.CompletionModel;
import dev.elm4j.model.ModelName;
import dev.elm4j.model.Sampling;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.operator.Selection;
import dev.langchain4j.model.chat.ChatModel;
import java.util.List;
import java.util.Locale;

/**
 * Language-model crossover: the model reads a few alike solutions, one per line, and writes the next line.
 *
 * <p>A model that can continue a text ({@link CompletionModel}, such as the one in the kernel) is given the parents alone
 * and goes on; any other is asked in a chat. A solution is shown as one line, also if it has several. An answer with fewer
 * than 2 words, or one that ended at the token limit, is a failure of its candidate.
 *
 * <pre>{@code
 * Crossover.lmx(model, 4);                                      // temperature 0.9, top-p 0.95, about 120 characters
 * Crossover.lmx(model, 4).temperature(1.1).tokens(3, 60);
 * Crossover.lmx(model, 2).selection(Selection.uniform());
 * }</pre>
 *
 * <p>Immutable and safe to share between threads; the setting methods give a copy.
 *
 * @see <a href="https://arxiv.org/abs/2302.12170">Meyerson 2023, Language Model Crossover</a>
 */
public final class Crossover implements Operator<String> {

    /** Most parents that a prompt shows. */
    public static final int MOST_PARENTS = 16;

    /** Fewest and most characters of a line, roughly, where nobody set the tokens. */
    private static final int SHORTEST = 12;

    private static final int LONGEST = 120;
    private static final double USUAL_CHARACTERS_PER_TOKEN = 4;

    /** Neighbours, but not the worst three in ten: without that, lines off the subject beget lines off the subject. */
    private static final Selection USUAL_SELECTION = Selection.nearCell(0.7);

    private final ChatModel model;
    private final int parents;
    private final Sampling sampling;
    private final Selection selection;

    private Crossover(ChatModel model, int parents, Sampling sampling, Selection selection) {
        this.model = model;
        this.parents = parents;
        this.sampling = sampling;
        this.selection = selection;
    }

    /**
     * Crossover of parents from neighbouring cells, chosen among the better 70 % of the elites.
     *
     * @param model writes the lines
     * @param parents how many a prompt shows, 1 to {@value #MOST_PARENTS}; 3 to 5 are usual
     */
    public static Crossover lmx(ChatModel model, int parents) {
        requireNonNull(model, "Crossover needs a model, but got null. Try Models.local() or Models.tiny().");
        if (parents < 1 || parents > MOST_PARENTS) {
            throw new IllegalArgumentException(
                    "Language-model crossover needs 1 to %d parents, but was %d. 3 to 5 are usual."
                            .formatted(MOST_PARENTS, parents));
        }
        return new Crossover(model, parents, defaults(model), USUAL_SELECTION);
    }

    /** A copy that writes at this temperature, in [0, 10]; default 0.9. */
    public Crossover temperature(double temperature) {
        return with(new Sampling(temperature, sampling.topP(), sampling.minTokens(), sampling.maxTokens()));
    }

    /** A copy that draws from this nucleus, in (0, 1]; default 0.95. */
    public Crossover topP(double topP) {
        return with(sampling.topP(topP));
    }

    /**
     * A copy that writes at least {@code min} and at most {@code max} tokens, whatever a token of the model holds. The
     * default is about 12 to 120 characters: 3 and 30 tokens of 4 characters, but 12 and 120 of a model whose tokens are
     * single bytes ({@link CompletionModel#charactersPerToken}). A chat model is not held to the minimum and may use 64
     * tokens more, for what it says around the line.
     */
    public Crossover tokens(int min, int max) {
        return with(sampling.tokens(min, max));
    }

    /** A copy whose parents are chosen so; default {@link Selection#nearCell(double)} of 0.7. */
    public Crossover selection(Selection selection) {
        return new Crossover(model, parents, sampling, requireNonNull(selection, "selection"));
    }

    private static Sampling defaults(ChatModel model) {
        double characters =
                model instanceof CompletionModel base ? base.charactersPerToken() : USUAL_CHARACTERS_PER_TOKEN;
        return Sampling.of(0.9).topP(0.95).tokens((int) Math.ceil(SHORTEST / characters), (int)
                Math.ceil(LONGEST / characters));
    }

    private Crossover with(Sampling changed) {
        return new Crossover(model, parents, changed, selection);
    }

    /** {@code lmx(4)}, with what differs from the defaults: {@code lmx(4, temperature 1.1)}. */
    @Override
    public String name() {
        var name = new StringBuilder("lmx(").append(parents);
        Sampling usual = defaults(model);
        if (sampling.temperature() != usual.temperature()) {
            name.append(", temperature ").append(sampling.temperature());
        }
        if (sampling.topP() != usual.topP()) {
            name.append(", top-p ").append(sampling.topP());
        }
        if (sampling.minTokens() != usual.minTokens() || sampling.maxTokens() != usual.maxTokens()) {
            name.append(String.format(Locale.ROOT, ", %d-%d tokens", sampling.minTokens(), sampling.maxTokens()));
        }
        return name.append(selection.name().equals(USUAL_SELECTION.name()) ? "" : ", " + selection.name())
                .append(')')
                .toString();
    }

    /** All settings, the model's identity, and whether it continues or chats. */
    @Override
    public String version() {
        return String.format(
                Locale.ROOT,
                "1; %s by %s; temperature %s, top-p %s, %d-%d tokens",
                model instanceof CompletionModel ? "continued" : "chatted",
                ModelName.identity(model),
                sampling.temperature(),
                sampling.topP(),
                sampling.minTokens(),
                sampling.maxTokens());
    }

    @Override
    public int parents() {
        return parents;
    }

    @Override
    public Selection selection() {
        return selection;
    }

    @Override
    public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
        return model instanceof CompletionModel base
                ? new Continuation(base, sampling).propose(plans, context)
                : new Conversation(model, sampling).propose(plans, context);
    }

    @Override
    public String toString() {
        return name() + " by " + ModelName.of(model);
    }
}

package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.text.Fingerprint;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How near a text is to some texts and how far from others, by an embedding model.
 *
 * <p>Between two sets the value is (cos(text, t) - cos(text, a)) / (1 - cos(t, a)), cut to [-1, 1], where t and a are the means
 * of the anchors that it leads towards and away from: 1 is where t itself lies, -1 where a does. Near one set it is
 * cos(text, t), cut to [0, 1]. Real texts stay well within these bounds; choose bins by {@link Bins#quantiles} of a sample.
 *
 * <pre>{@code
 * var kind = Anchors.between(
 *         List.of("This text is harsh and unhappy."), List.of("This text is kind and cheerful."), embeddings);
 * kind.judge("The soup was wonderful.");                       // a number in [-1, 1]
 * Anchors.near(List.of("A meal at a restaurant."), embeddings);   // in [0, 1]
 * }</pre>
 *
 * <p>Whole sentences order texts better than single words do; negation is hardly seen. The spread tells how much the anchors
 * of a set disagree: the root of the variances of the cosines with the single anchors, added for both sets; not known where
 * each set has one anchor. A long text is read in {@link Pieces}; a blank one, and one of more than {@value #MOST_PIECES}
 * pieces (about 5,000 words), fails. Immutable; safe to share between threads if the model is.
 */
public final class Anchors implements Judge {

    /** Longer texts fail. */
    public static final int MOST_PIECES = 64;

    /** Anchors nearer than this are one place: what lies between is rounding. */
    private static final double NEAREST = 1e-3;

    private final EmbeddingModel model;
    private final AnchorSet towards;
    private final AnchorSet away;
    private final String print;

    private Anchors(EmbeddingModel model, AnchorSet towards, AnchorSet away, String print) {
        this.model = model;
        this.towards = towards;
        this.away = away;
        this.print = print;
    }

    /**
     * From some texts (-1) to others (1). The model is asked about them now, in no budget.
     *
     * @param away at least 1 text
     * @param towards at least 1 text
     * @throws IllegalArgumentException if a set is empty or cannot be embedded, or both have the same mean
     */
    public static Anchors between(List<String> away, List<String> towards, EmbeddingModel model) {
        AnchorSet from = embedded(away, model, "away");
        AnchorSet to = embedded(towards, model, "towards");
        if (!(1 - from.mean().cosine(to.mean()) > NEAREST)) {
            throw new IllegalArgumentException(
                    "The anchors towards and away lie in one place for this model. Give texts that differ more.");
        }
        List<String> texts =
                Stream.of(away, List.of("\0"), towards).flatMap(List::stream).toList();
        return new Anchors(model, to, from, "between #" + Fingerprint.of(texts));
    }

    /**
     * How near to some texts (1). The model is asked about them now, in no budget.
     *
     * @param anchors at least 1 text
     * @throws IllegalArgumentException if there is none, or one cannot be embedded
     */
    public static Anchors near(List<String> anchors, EmbeddingModel model) {
        return new Anchors(model, embedded(anchors, model, "near"), AnchorSet.NONE, "near #" + Fingerprint.of(anchors));
    }

    @Override
    public String identity() {
        return "anchors 1 %s by %s".formatted(print, TextVectors.identity(model));
    }

    @Override
    public List<Judgement> judgements(List<Call<String>> texts, Context context) {
        var judgements = new ArrayList<Judgement>();
        var calls = new ArrayList<Call<List<String>>>();
        for (Call<String> text : texts) {
            List<String> pieces = Pieces.of(text.request());
            judgements.add(refusal(pieces)); // null until it is embedded
            if (judgements.get(judgements.size() - 1) == null) {
                calls.add(new Call<>(text.index(), pieces));
            }
        }
        if (!calls.isEmpty()) {
            var vectors = context.calls(model).ask(new TextVectors(), calls).iterator();
            judgements.replaceAll(known -> known == null ? judgement(vectors.next()) : known);
        }
        return judgements;
    }

    private static Judgement refusal(List<String> pieces) {
        if (pieces.isEmpty()) {
            return Judgement.failed("blank text", "A text needs a letter to have a place among others.");
        }
        return pieces.size() > MOST_PIECES
                ? Judgement.failed(
                        "too long", "The text has more than %d pieces of %d words.".formatted(MOST_PIECES, Pieces.MOST))
                : null;
    }

    private Judgement judgement(TextVector vector) {
        if (vector.failure().isPresent()) {
            return new Judgement.Failed(vector.failure().get(), 0);
        }
        double range = 1 - away.similarity(towards.mean());
        double value = (towards.similarity(vector.direction()) - away.similarity(vector.direction())) / range;
        if (Double.isNaN(value)) {
            return Judgement.failed(Failure.NOT_FINITE, "The text's vector is not finite.");
        }
        double lowest = away.isNone() ? 0 : -1;
        double variance = towards.variance(vector.direction()) + away.variance(vector.direction());
        return new Judgement.Given(
                Math.max(lowest, Math.min(1, value)),
                towards.isSingle() && away.isSingle()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.sqrt(variance) / range),
                1,
                0);
    }

    private static AnchorSet embedded(List<String> anchors, EmbeddingModel model, String name) {
        requireNonNull(model, "model");
        List<List<String>> texts = anchors.stream().map(Pieces::of).toList();
        if (texts.isEmpty() || texts.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "The anchors '%s' need at least 1 text and none blank, but got %s.".formatted(name, anchors));
        }
        var directions = new ArrayList<Direction>();
        for (TextVector vector : new TextVectors().perform(model, texts, Attempts.free())) {
            vector.failure().ifPresent(failure -> {
                throw new IllegalArgumentException(
                        "An anchor of '%s' could not be embedded. %s".formatted(name, failure.reason()));
            });
            directions.add(vector.direction());
        }
        return new AnchorSet(directions, Direction.between(directions));
    }

    @Override
    public String toString() {
        return identity();
    }
}

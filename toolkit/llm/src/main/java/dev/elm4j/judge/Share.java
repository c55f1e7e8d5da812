package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.model.LikelihoodModel;
import dev.elm4j.model.ModelName;
import java.util.List;

/**
 * How probable one label is among all labels of a question; in [0, 1].
 *
 * <pre>{@code
 * Share.of(topics, model, " food").judge("The soup was cold.");   // near 1: it is about food
 * var reference = List.of("The rice was cooked with garlic.", "The train was late.");
 * Share.of(topics, model, " food").corrected(reference);          // without the model's leaning to a label
 * }</pre>
 *
 * <p>Its spread is that of a draw that is 1 for this label and 0 for any other: 0.5 where the model does not know.
 * Immutable; safe to share between threads.
 */
public final class Share implements Judge {

    private final LikelihoodJudge question;
    private final LikelihoodModel model;
    private final int position;
    private final Leaning leaning;

    private Share(LikelihoodJudge question, LikelihoodModel model, int position, Leaning leaning) {
        this.question = question;
        this.model = model;
        this.position = position;
        this.leaning = leaning;
    }

    /**
     * The share of one label, as the model says it.
     *
     * @throws IllegalArgumentException if the question has no such label
     */
    public static Share of(LikelihoodJudge question, LikelihoodModel model, String label) {
        Leaning none = Leaning.none(question.labels().size());
        return new Share(question, requireNonNull(model, "model"), question.position(label), none);
    }

    /**
     * A copy without the leaning of the model to some labels, learned now: one call for each text, in no budget.
     *
     * @param reference some 20 texts, about equally many of each label
     */
    public Share corrected(List<String> reference) {
        return corrected(Leaning.of(question, model, reference));
    }

    /** A copy without this leaning. */
    public Share corrected(Leaning leaning) {
        question.requireFits(leaning);
        return new Share(question, model, position, leaning);
    }

    /** What is taken away from the model's likelihoods. */
    public Leaning leaning() {
        return leaning;
    }

    @Override
    public String identity() {
        return "%s%s by %s%s"
                .formatted(
                        question.print(),
                        question.labels().get(position),
                        ModelName.identity(model),
                        leaning.isNone() ? "" : ", " + leaning);
    }

    @Override
    public List<Judgement> judgements(List<Call<String>> texts, Context context) {
        return question.ask(texts, context.calls(model)).stream()
                .map(answer -> answer.failure()
                        .map(Judgement::failed)
                        .orElseGet(() -> judgement(leaning.shares(answer).get(position))))
                .toList();
    }

    private static Judgement judgement(double share) {
        return Double.isNaN(share)
                ? Judgement.failed(Failure.NOT_FINITE, "The model gives no label any likelihood.")
                : Judgement.of(share, Math.sqrt(share * (1 - share)));
    }

    @Override
    public String toString() {
        return identity();
    }
}

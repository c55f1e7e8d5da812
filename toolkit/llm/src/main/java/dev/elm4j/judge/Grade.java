package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.model.LikelihoodModel;
import dev.elm4j.model.ModelName;
import java.util.List;

/**
 * The expected grade of a text, where the labels of a question are grades from the lowest to the highest; in [0, 1].
 *
 * <p>With labels 0 to n - 1 and their probabilities p, the value is the sum of p(i) i / (n - 1): the labels {@code bad},
 * {@code fair}, {@code good} count 0, 0.5 and 1. Its spread is the standard deviation of the label under p: 0 where the model
 * is sure of one, 0.5 where it wavers between the lowest and the highest.
 *
 * <pre>{@code
 * var template = Template.of("Review: {{text}}\nThe meal was");
 * var grades = LikelihoodJudge.of("meal-1", template, " bad", " fair", " good");
 * var grade = Grade.of(grades, model).corrected(List.of("The soup was cold.", "It was a meal.", "Best bread ever."));
 * grade.judge("The soup was warm.");   // a number in [0, 1]
 * }</pre>
 *
 * <p>A model leans to some labels whatever the text says: correct it by a reference batch. Immutable; safe to share between
 * threads.
 */
public final class Grade implements Judge {

    private final LikelihoodJudge question;
    private final LikelihoodModel model;
    private final Leaning leaning;

    private Grade(LikelihoodJudge question, LikelihoodModel model, Leaning leaning) {
        this.question = question;
        this.model = model;
        this.leaning = leaning;
    }

    /** The grade as the model says it; the labels of the question ascend. */
    public static Grade of(LikelihoodJudge question, LikelihoodModel model) {
        Leaning none = Leaning.none(question.labels().size());
        return new Grade(question, requireNonNull(model, "model"), none);
    }

    /**
     * A copy without the leaning of the model to some labels, learned now: one call for each text, in no budget.
     *
     * @param reference some 20 texts, about equally many of each grade
     */
    public Grade corrected(List<String> reference) {
        return corrected(Leaning.of(question, model, reference));
    }

    /** A copy without this leaning. */
    public Grade corrected(Leaning leaning) {
        question.requireFits(leaning);
        return new Grade(question, model, leaning);
    }

    /** What is taken away from the model's likelihoods. */
    public Leaning leaning() {
        return leaning;
    }

    @Override
    public String identity() {
        return "grade 1 of %s by %s%s"
                .formatted(question.print(), ModelName.identity(model), leaning.isNone() ? "" : ", " + leaning);
    }

    @Override
    public List<Judgement> judgements(List<Call<String>> texts, Context context) {
        return question.ask(texts, context.calls(model)).stream()
                .map(answer ->
                        answer.failure().map(Judgement::failed).orElseGet(() -> judgement(leaning.shares(answer))))
                .toList();
    }

    private static Judgement judgement(List<Double> shares) {
        double step = 1.0 / (shares.size() - 1);
        double value = 0;
        for (int i = 0; i < shares.size(); i++) {
            value += shares.get(i) * i * step;
        }
        double variance = 0;
        for (int i = 0; i < shares.size(); i++) {
            variance += shares.get(i) * (i * step - value) * (i * step - value);
        }
        return Double.isNaN(value)
                ? Judgement.failed(Failure.NOT_FINITE, "The model gives no label any likelihood.")
                : Judgement.of(Math.min(1, value), Math.sqrt(variance)); // shares may add up to a little over 1
    }

    @Override
    public String toString() {
        return identity();
    }
}

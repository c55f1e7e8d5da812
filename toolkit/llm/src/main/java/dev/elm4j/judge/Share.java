package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.model.LikelihoodModel;
import dev.elm4j.model.Likelihoods;
import dev.elm4j.model.ModelName;
import java.util.List;

/**
 * How probable one label is among all labels of a question; in [0, 1].
 *
 * <pre>{@code
 * Share.of(topics, model, " food").judge("The soup was cold.");   // near 1: it is about food
 * }</pre>
 *
 * <p>Immutable; safe to share between threads.
 */
public final class Share implements Judge {

    private final LikelihoodJudge question;
    private final LikelihoodModel model;
    private final int position;

    private Share(LikelihoodJudge question, LikelihoodModel model, int position) {
        this.question = question;
        this.model = model;
        this.position = position;
    }

    /**
     * The share of one label.
     *
     * @throws IllegalArgumentException if the question has no such label
     */
    public static Share of(LikelihoodJudge question, LikelihoodModel model, String label) {
        return new Share(question, requireNonNull(model, "model"), question.position(label));
    }

    @Override
    public String identity() {
        return "%s%s by %s".formatted(question.name(), question.labels().get(position), ModelName.identity(model));
    }

    @Override
    public List<Double> judge(List<Call<String>> texts, Context context) {
        List<Likelihoods> answers = question.ask(texts, context.calls(model));
        return answers.stream().map(answer -> answer.share(position)).toList();
    }

    @Override
    public String toString() {
        return identity();
    }
}

package dev.elm4j.judge;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.model.LikelihoodModel;
import dev.elm4j.model.Likelihoods;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;

/**
 * Asks about texts that belong to no candidate: examples and reference batches. The calls are not metered, so that what a
 * candidate costs does not depend on who came first.
 */
final class ReferenceTexts {

    /** Texts in one batch to the model: small, so that an interrupt is heeded soon. */
    private static final int BATCH = 16;

    private ReferenceTexts() {}

    /** @throws IllegalArgumentException if the model does not take one of them, because it is too long for it */
    static List<Likelihoods> ask(LikelihoodJudge question, LikelihoodModel model, List<String> texts) {
        List<Likelihoods> answers = batches(texts, (batch, context) -> question.ask(batch, context.calls(model)));
        for (int i = 0; i < answers.size(); i++) {
            int place = i + 1;
            answers.get(i).failure().ifPresent(failure -> {
                throw new IllegalArgumentException(
                        "The model does not take text %d of those that judge '%s' learns from: %s"
                                .formatted(place, question.name(), failure.reason()));
            });
        }
        return answers;
    }

    static List<Judgement> judge(Judge judge, List<String> texts) {
        return batches(texts, judge::judgements);
    }

    private static <A> List<A> batches(List<String> texts, BiFunction<List<Call<String>>, Context, List<A>> asked) {
        var answers = new ArrayList<A>(texts.size());
        Context context = Context.unmetered(0, Math.max(1, texts.size()));
        for (int start = 0; start < texts.size(); start += BATCH) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The thread was interrupted.");
            }
            var batch = new ArrayList<Call<String>>();
            for (int i = start; i < Math.min(start + BATCH, texts.size()); i++) {
                batch.add(new Call<>(i, texts.get(i)));
            }
            answers.addAll(asked.apply(batch, context));
        }
        return answers;
    }
}

package dev.elm4j.model;

import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Usage;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Asks a model how likely some completions are, all prompts as one batch; nothing is written, so output tokens are 0.
 *
 * <pre>{@code
 * var request = new LikelihoodRequest("", "The soup was", List.of(" cold"));
 * context.calls(model).ask(new LikelihoodExchange(), List.of(new Calls.Call<>(0, request)));
 * }</pre>
 */
public record LikelihoodExchange() implements Exchange<LikelihoodModel, LikelihoodRequest, Likelihoods> {

    @Override
    public List<Likelihoods> perform(
            LikelihoodModel model, List<LikelihoodRequest> requests, BooleanSupplier cancelled) {
        return model.logLikelihoods(requests, cancelled);
    }

    @Override
    public Usage usage(LikelihoodRequest request, Likelihoods answer) {
        return new Usage(1, answer.inputTokens(), 0);
    }
}

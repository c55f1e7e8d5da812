package dev.elm4j.model;

import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Usage;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Lets a model continue texts, all as one batch.
 *
 * <pre>{@code
 * var request = new CompletionRequest("Soups:\n", Sampling.of(0.9), List.of("\n"), 7);
 * context.calls(model).ask(new CompletionExchange(), List.of(new Calls.Call<>(0, request)));
 * }</pre>
 */
public record CompletionExchange() implements Exchange<CompletionModel, CompletionRequest, Completion> {

    @Override
    public List<Completion> perform(
            CompletionModel model, List<CompletionRequest> requests, BooleanSupplier cancelled) {
        return model.complete(requests, cancelled);
    }

    @Override
    public Usage usage(CompletionRequest request, Completion answer) {
        return new Usage(1, answer.inputTokens(), answer.outputTokens());
    }
}

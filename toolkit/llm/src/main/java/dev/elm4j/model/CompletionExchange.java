package dev.elm4j.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Attempt;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Tokens;
import java.util.List;

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
    public String kind() {
        return "completion";
    }

    @Override
    public Tokens worst(CompletionModel model, CompletionRequest request) {
        return Tokens.of(TokenBounds.of(request.prompt()), request.sampling().maxTokens());
    }

    @Override
    public List<Completion> perform(CompletionModel model, List<CompletionRequest> requests, Attempts attempts) {
        try (Attempt attempt = attempts.begin(0, requests.size())) {
            List<Completion> answers = model.complete(requests, attempts::cancelled);
            for (int i = 0; i < answers.size(); i++) {
                attempt.settle(
                        i,
                        Tokens.of(answers.get(i).inputTokens(), answers.get(i).outputTokens()));
            }
            return answers;
        }
    }

    @Override
    public JsonNode request(CompletionModel model, CompletionRequest request) {
        var sampling = request.sampling();
        var json = ChatJson.MAPPER.createObjectNode().put("model", ModelName.identity(model));
        json.put("prompt", request.prompt()).put("seed", request.seed());
        json.put("temperature", sampling.temperature()).put("topP", sampling.topP());
        json.put("minTokens", sampling.minTokens()).put("maxTokens", sampling.maxTokens());
        request.stops().forEach(json.putArray("stops")::add);
        return json;
    }

    @Override
    public JsonNode encode(Completion answer) {
        return ChatJson.MAPPER
                .createObjectNode()
                .put("text", answer.text())
                .put("cutOff", answer.cutOff())
                .put("inputTokens", answer.inputTokens())
                .put("outputTokens", answer.outputTokens());
    }

    @Override
    public Completion decode(JsonNode answer) {
        return new Completion(
                answer.path("text").asText(),
                answer.path("cutOff").asBoolean(),
                answer.path("inputTokens").asInt(),
                answer.path("outputTokens").asInt());
    }
}

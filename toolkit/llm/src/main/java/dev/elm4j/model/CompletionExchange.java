package dev.elm4j.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Tokens;
import dev.elm4j.model.Singly.Unfit;
import dev.elm4j.model.Tries.Answered;
import dev.elm4j.model.Tries.Failed;
import dev.elm4j.model.Tries.Question;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a model continue texts, all as one batch; one behind a server is asked for one after the other, and again as by
 * {@link Retry#usual}. A model that fails for good throws what it throws; but a request that one in the kernel refuses, such
 * as one that does not fit into its context, has a failure for an answer ({@link Completion#failure}), and the others of its
 * batch are asked one by one.
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
        if (!(model instanceof TritonModel remote)) {
            return Singly.answers(
                    requests,
                    (part, first) -> answer(model, Retry.none(), part, first, attempts),
                    (request, unfit) -> Completion.failed(unfit));
        }
        var answers = new ArrayList<Completion>(requests.size()); // each is an HTTP request, so each is an attempt
        for (int i = 0; i < requests.size(); i++) {
            answers.addAll(answer(remote, Retry.usual(), requests.subList(i, i + 1), i, attempts));
        }
        return answers;
    }

    private static List<Completion> complete(
            CompletionModel model, List<CompletionRequest> requests, Attempts attempts) {
        try {
            return model.complete(requests, attempts::cancelled);
        } catch (IllegalArgumentException refused) {
            throw model instanceof TritonModel ? refused : new Unfit(refused);
        }
    }

    private static List<Completion> answer(
            CompletionModel model, Retry retry, List<CompletionRequest> requests, int first, Attempts attempts) {
        var tries = new Tries(ModelName.of(model), retry, Waiting.REAL, attempts);
        var outcome = tries.answer(new Question<>(
                first, first + requests.size(), () -> complete(model, requests, attempts), answers -> answers.stream()
                        .map(answer -> used(model, answer))
                        .toList()));
        if (outcome instanceof Answered<List<Completion>> answered) {
            return answered.answer();
        }
        throw ((Failed<List<Completion>>) outcome).cause();
    }

    private static Tokens used(CompletionModel model, Completion answer) {
        return model instanceof TritonModel // which counts none
                ? Tokens.estimated(answer.inputTokens(), answer.outputTokens())
                : Tokens.of(answer.inputTokens(), answer.outputTokens());
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
        var json = ChatJson.MAPPER
                .createObjectNode()
                .put("text", answer.text())
                .put("cutOff", answer.cutOff())
                .put("inputTokens", answer.inputTokens())
                .put("outputTokens", answer.outputTokens());
        answer.failure().ifPresent(failure -> json.set("failure", TokensJson.of(failure)));
        return json;
    }

    @Override
    public Completion decode(JsonNode answer) {
        return new Completion(
                answer.path("text").asText(),
                answer.path("cutOff").asBoolean(),
                answer.path("inputTokens").asInt(),
                answer.path("outputTokens").asInt(),
                TokensJson.failure(answer.path("failure")));
    }
}

package dev.elm4j.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Attempt;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Tokens;
import dev.elm4j.model.Singly.Unfit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Asks a model how likely some completions are, all prompts as one batch; nothing is written, so output tokens are 0.
 * A request that the model refuses, such as one that does not fit into its context, has a failure for an answer
 * ({@link Likelihoods#failure}); the others of its batch are asked one by one.
 *
 * <pre>{@code
 * var request = new LikelihoodRequest("", "The soup was", List.of(" cold"));
 * context.calls(model).ask(new LikelihoodExchange(), List.of(new Calls.Call<>(0, request)));
 * }</pre>
 */
public record LikelihoodExchange() implements Exchange<LikelihoodModel, LikelihoodRequest, Likelihoods> {

    @Override
    public String kind() {
        return "likelihood";
    }

    @Override
    public Tokens worst(LikelihoodModel model, LikelihoodRequest request) {
        return Tokens.of(TokenBounds.of(request.prompt() + String.join("", request.completions())), 0);
    }

    @Override
    public List<Likelihoods> perform(LikelihoodModel model, List<LikelihoodRequest> requests, Attempts attempts) {
        return Singly.answers(
                requests,
                (part, first) -> answers(model, part, first, attempts),
                (request, unfit) -> Likelihoods.failed(request.completions().size(), unfit));
    }

    private static List<Likelihoods> answers(
            LikelihoodModel model, List<LikelihoodRequest> requests, int first, Attempts attempts) {
        try (Attempt attempt = attempts.begin(first, first + requests.size())) {
            try {
                List<Likelihoods> answers = model.logLikelihoods(requests, attempts::cancelled);
                for (int i = 0; i < answers.size(); i++) {
                    attempt.settle(first + i, Tokens.of(answers.get(i).inputTokens(), 0));
                }
                return answers;
            } catch (IllegalArgumentException unfit) { // refused before it was read
                for (int i = 0; i < requests.size(); i++) {
                    attempt.settle(first + i, Tokens.NONE);
                }
                throw new Unfit(unfit);
            }
        }
    }

    /** All are equally likely. */
    @Override
    public Optional<Likelihoods> standIn(LikelihoodRequest request) {
        return Optional.of(
                new Likelihoods(Collections.nCopies(request.completions().size(), -1.0), 0));
    }

    @Override
    public JsonNode request(LikelihoodModel model, LikelihoodRequest request) {
        var json = ChatJson.MAPPER.createObjectNode().put("model", ModelName.identity(model));
        json.put("prefix", request.prefix()).put("body", request.body());
        request.completions().forEach(json.putArray("completions")::add);
        return json;
    }

    @Override
    public JsonNode encode(Likelihoods answer) {
        var json = ChatJson.MAPPER.createObjectNode();
        answer.logProbabilities().forEach(json.putArray("logProbabilities")::add);
        answer.failure().ifPresent(failure -> json.set("failure", TokensJson.of(failure)));
        return json.put("inputTokens", answer.inputTokens());
    }

    @Override
    public Likelihoods decode(JsonNode answer) {
        var logs = new ArrayList<Double>();
        answer.path("logProbabilities").forEach(log -> logs.add(log.asDouble()));
        return new Likelihoods(logs, answer.path("inputTokens").asInt(), TokensJson.failure(answer.path("failure")));
    }
}

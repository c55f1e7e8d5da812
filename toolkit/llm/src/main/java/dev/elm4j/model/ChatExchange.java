package dev.elm4j.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.environment.Attempt;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.BudgetExhausted;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Tokens;
import dev.elm4j.text.Excerpt;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Chats with any langchain4j model, one request after the other.
 *
 * <p>What goes wrong with one request is that request's answer ({@link ChatAnswer#failure}): a blank answer, one that
 * ended at the token limit, a refusal, an exception of the provider. A stop of the run is never swallowed.
 *
 * <p>Where a model does not say how many tokens it used, a token is taken to be four characters; a call that ended in an
 * exception counts as a call without tokens.
 *
 * <pre>{@code
 * var request = ChatRequest.builder().messages(UserMessage.from("Name a soup.")).build();
 * context.calls(model).ask(new ChatExchange(), List.of(new Calls.Call<>(0, request)));
 * }</pre>
 */
public record ChatExchange() implements Exchange<ChatModel, ChatRequest, ChatAnswer> {

    private static final int SHOWN = 200;

    @Override
    public String kind() {
        return "chat";
    }

    @Override
    public boolean batched() {
        return false;
    }

    @Override
    public Tokens worst(ChatModel model, ChatRequest request) {
        ChatRequestParameters parameters = request.parameters();
        Integer limit = parameters.maxOutputTokens();
        if (limit == null && model.defaultRequestParameters() != null) {
            limit = model.defaultRequestParameters().maxOutputTokens();
        }
        long input = TokenBounds.of(ChatJson.of(request).toString());
        return Tokens.of(input, limit == null ? Long.MAX_VALUE : limit);
    }

    @Override
    public List<ChatAnswer> perform(ChatModel model, List<ChatRequest> requests, Attempts attempts) {
        var answers = new ArrayList<ChatAnswer>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            if (attempts.cancelled()) {
                throw new CancellationException("The run was stopped.");
            }
            try (Attempt attempt = attempts.begin(i)) {
                ChatAnswer answer = chat(model, requests.get(i));
                attempt.settle(i, Tokens.of(answer.inputTokens(), answer.outputTokens()));
                answers.add(answer);
            }
        }
        return answers;
    }

    @Override
    public JsonNode request(ChatModel model, ChatRequest request) {
        ObjectNode json = ChatJson.MAPPER.createObjectNode().put("model", ModelName.identity(model));
        json.set("chat", ChatJson.of(request));
        return json;
    }

    @Override
    public JsonNode encode(ChatAnswer answer) {
        ObjectNode json = ChatJson.MAPPER.createObjectNode().put("text", answer.text());
        answer.failure()
                .ifPresent(failure ->
                        json.putObject("failure").put("kind", failure.kind()).put("reason", failure.reason()));
        return json.put("inputTokens", answer.inputTokens()).put("outputTokens", answer.outputTokens());
    }

    @Override
    public ChatAnswer decode(JsonNode answer) {
        Optional<Failure> failure = Optional.ofNullable(answer.get("failure"))
                .map(json -> new Failure(
                        json.path("kind").asText(), json.path("reason").asText()));
        return new ChatAnswer(
                answer.path("text").asText(),
                failure,
                answer.path("inputTokens").asInt(),
                answer.path("outputTokens").asInt());
    }

    private static ChatAnswer chat(ChatModel model, ChatRequest request) {
        try {
            return answer(request, model.chat(request));
        } catch (ContentFilteredException refusal) {
            return failed(Failure.REFUSED, refusal);
        } catch (RuntimeException fault) { // providers throw bare ones too, for instance for an answer that is no JSON
            rethrowStop(fault);
            return failed(Failure.MODEL_ERROR, fault);
        }
    }

    private static ChatAnswer answer(ChatRequest request, ChatResponse response) {
        String text =
                response.aiMessage().text() == null ? "" : response.aiMessage().text();
        Optional<TokenUsage> told = Optional.ofNullable(response.tokenUsage());
        int input = told.map(TokenUsage::inputTokenCount).orElseGet(() -> TokenBounds.estimate(ChatText.of(request)));
        int output = told.map(TokenUsage::outputTokenCount).orElseGet(() -> TokenBounds.estimate(text));
        return new ChatAnswer(text, failure(text, response.finishReason()), input, output);
    }

    private static Optional<Failure> failure(String text, FinishReason reason) {
        if (reason == FinishReason.CONTENT_FILTER) {
            return Optional.of(new Failure(Failure.REFUSED, "The provider's filter held the answer back."));
        }
        if (reason == FinishReason.LENGTH) {
            return Optional.of(
                    new Failure(Failure.CUT_OFF, "The answer ended at the token limit; allow it more tokens."));
        }
        return text.isBlank()
                ? Optional.of(new Failure(Failure.NO_SOLUTION, "The answer is blank."))
                : Optional.empty();
    }

    private static ChatAnswer failed(String kind, RuntimeException fault) {
        String message = fault.getMessage() == null ? "no message" : Excerpt.of(fault.getMessage(), SHOWN);
        var failure = new Failure(kind, fault.getClass().getSimpleName() + ": " + message);
        return new ChatAnswer("", Optional.of(failure), 0, 0);
    }

    /** Passes on what is no failure of a candidate but the end of the run, also where a provider wrapped it. */
    private static void rethrowStop(RuntimeException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BudgetExhausted || cause instanceof CancellationException) {
                throw (RuntimeException) cause;
            }
            if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
                Thread.currentThread().interrupt();
            }
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The run was interrupted.");
        }
    }
}

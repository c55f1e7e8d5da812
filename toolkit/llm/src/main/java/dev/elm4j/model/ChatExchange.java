package dev.elm4j.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Tokens;
import dev.elm4j.model.Tries.Answered;
import dev.elm4j.model.Tries.Failed;
import dev.elm4j.model.Tries.Question;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chats with any langchain4j model, one request after the other.
 *
 * <p>What goes wrong with one request is that request's answer ({@link ChatAnswer#failure}): a blank answer, one that
 * ended at the token limit, a refusal, a provider that gave no answer however often it was asked. A model that will answer
 * nobody (its key is refused, it does not exist, its server is down) ends the run with a sentence. A stop of the run is
 * never swallowed.
 *
 * <p>Requests are made again as {@link RemoteModel#retry()} says, those to any other model as {@link Retry#usual}; each
 * attempt is a call. An attempt that the server turned away (busy, broken, a bad request) counts no tokens; one without an
 * answer (a timeout, a closed connection, an answer that cannot be read) counts its worst case. Build models of your own
 * with {@code maxRetries(0)}: what langchain4j tries again by itself no budget sees.
 *
 * <p>Where a model does not say how many tokens it used, a token is taken to be four characters, and the usage is marked.
 *
 * <pre>{@code
 * var request = ChatRequest.builder().messages(UserMessage.from("Name a soup.")).build();
 * context.calls(model).ask(new ChatExchange(), List.of(new Calls.Call<>(0, request)));
 * }</pre>
 */
public record ChatExchange() implements Exchange<ChatModel, ChatRequest, ChatAnswer> {

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
        return ChatTokens.worst(model, request);
    }

    @Override
    public List<ChatAnswer> perform(ChatModel model, List<ChatRequest> requests, Attempts attempts) {
        var tries = new Tries(ModelName.of(model), retry(model), waiting(model), attempts);
        var answers = new ArrayList<ChatAnswer>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            ChatRequest request = requests.get(i);
            var question =
                    new Question<>(i, i + 1, () -> chat(model, request, attempts), answer -> List.of(answer.tokens()));
            answers.add(answer(tries.answer(question)));
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
        answer.failure().ifPresent(failure -> json.set("failure", TokensJson.of(failure)));
        return json.setAll(TokensJson.of(answer.tokens()));
    }

    @Override
    public ChatAnswer decode(JsonNode answer) {
        return new ChatAnswer(
                answer.path("text").asText(), TokensJson.failure(answer.path("failure")), TokensJson.tokens(answer));
    }

    private static Retry retry(ChatModel model) {
        if (model instanceof RemoteModel remote) {
            return remote.retry();
        }
        return model instanceof Scripted ? Retry.none() : Retry.usual();
    }

    private static Waiting waiting(ChatModel model) {
        return model instanceof RemoteModel remote ? remote.waiting() : Waiting.REAL;
    }

    private static ChatAnswer chat(ChatModel model, ChatRequest request, Attempts attempts) {
        ChatResponse response =
                model instanceof RemoteModel remote ? remote.chat(request, attempts::cancelled) : model.chat(request);
        String text =
                response.aiMessage().text() == null ? "" : response.aiMessage().text();
        return new ChatAnswer(
                text, failure(text, response.finishReason()), ChatTokens.told(request, text, response.tokenUsage()));
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

    private static ChatAnswer answer(Tries.Outcome<ChatAnswer> outcome) {
        if (outcome instanceof Answered<ChatAnswer> answered) {
            return answered.answer();
        }
        var failed = (Failed<ChatAnswer>) outcome;
        String kind = failed.fault() == Fault.FILTERED ? Failure.REFUSED : Failure.MODEL_ERROR;
        return new ChatAnswer("", Optional.of(new Failure(kind, failed.reason())), Tokens.NONE);
    }
}

package dev.elm4j.model;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * A model that follows a script: each answer is a function of its request. For tests and for examples without a model.
 *
 * <pre>{@code
 * var model = ScriptedModel.of(prompt -> "The soup was cold.")
 *         .likelihoods((prompt, label) -> label.equals(" food") ? -0.1 : -3);
 * model.chat("Write a sentence.");   // The soup was cold.
 * model.chats();                     // what it was asked
 * }</pre>
 *
 * <p>In a search it is asked once: what its script throws is thrown again. To see retries, wrap it by {@link RemoteModel#of}.
 *
 * <p>It is as deterministic and as safe to share between threads as its scripts are. Tokens are counted as four
 * characters each. The setting methods give a copy that has not been asked anything yet.
 */
public final class ScriptedModel implements ChatModel, CompletionModel, LikelihoodModel, Priced, Scripted {

    private final Function<ChatRequest, ChatResponse> chat;
    private final Function<CompletionRequest, Completion> completion;
    private final ToDoubleBiFunction<String, String> likelihood;
    private final List<ChatRequest> chats = new ArrayList<>();
    private final List<CompletionRequest> completions = new ArrayList<>();
    private final List<LikelihoodRequest> judgements = new ArrayList<>();

    private ScriptedModel(
            Function<ChatRequest, ChatResponse> chat,
            Function<CompletionRequest, Completion> completion,
            ToDoubleBiFunction<String, String> likelihood) {
        this.chat = requireNonNull(chat, "chat");
        this.completion = requireNonNull(completion, "completion");
        this.likelihood = requireNonNull(likelihood, "likelihood");
    }

    /**
     * A model that answers a prompt by this function, asked to chat (then the prompt is the text of all messages) as well
     * as to continue a text. Stop strings and token limits are obeyed by completions. Each completion has the likelihood
     * 1, until {@link #likelihoods} says otherwise.
     */
    public static ScriptedModel of(Function<? super String, String> answer) {
        return new ScriptedModel(
                request -> response(request, answer.apply(ChatText.of(request))),
                request -> completion(request, answer.apply(request.prompt())),
                (prompt, label) -> 0);
    }

    /** A copy that chats by this function. */
    public ScriptedModel chat(Function<ChatRequest, ChatResponse> script) {
        return new ScriptedModel(script, completion, likelihood);
    }

    /** A copy that continues texts by this function, which may look at the seed of the request. */
    public ScriptedModel completions(Function<CompletionRequest, Completion> script) {
        return new ScriptedModel(chat, script, likelihood);
    }

    /** A copy whose log-likelihoods, each at most 0, are this function of prompt and completion. */
    public ScriptedModel likelihoods(ToDoubleBiFunction<String, String> script) {
        return new ScriptedModel(chat, completion, script);
    }

    /** This model, seen as one that can do nothing but chat, as most remote models. */
    public ChatModel chatOnly() {
        return new ChatOnly(this);
    }

    /** The chat requests so far, in the order of their arrival. */
    public List<ChatRequest> chats() {
        return copy(chats);
    }

    /** The texts to continue so far, in the order of their arrival. */
    public List<CompletionRequest> completions() {
        return copy(completions);
    }

    /** The requests for likelihoods so far, in the order of their arrival. */
    public List<LikelihoodRequest> judgements() {
        return copy(judgements);
    }

    /** Free. */
    @Override
    public Optional<Price> price() {
        return Optional.of(Price.FREE);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        record(chats, List.of(request));
        return chat.apply(request);
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return ChatRequestParameters.builder().modelName("scripted").build();
    }

    @Override
    public List<Completion> complete(List<CompletionRequest> requests, BooleanSupplier cancelled) {
        check(cancelled);
        record(completions, requests);
        return requests.stream().map(completion).toList();
    }

    @Override
    public List<Likelihoods> logLikelihoods(List<LikelihoodRequest> requests, BooleanSupplier cancelled) {
        check(cancelled);
        record(judgements, requests);
        return requests.stream().map(this::likelihoods).toList();
    }

    private Likelihoods likelihoods(LikelihoodRequest request) {
        var logs = request.completions().stream()
                .map(label -> likelihood.applyAsDouble(request.prompt(), label))
                .toList();
        int labels = tokens(String.join("", request.completions()));
        return new Likelihoods(logs, tokens(request.prompt()) + labels);
    }

    private static ChatResponse response(ChatRequest request, String answer) {
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(answer))
                .finishReason(FinishReason.STOP)
                .tokenUsage(new TokenUsage(tokens(ChatText.of(request)), tokens(answer)))
                .build();
    }

    private static Completion completion(CompletionRequest request, String answer) {
        int end = answer.length();
        for (String stop : request.stops()) {
            int found = answer.indexOf(stop);
            end = found < 0 ? end : Math.min(end, found);
        }
        int limit = 4 * request.sampling().maxTokens();
        String text = answer.substring(0, Math.min(end, limit));
        return new Completion(text, end > limit, tokens(request.prompt()), tokens(text));
    }

    private static int tokens(String text) {
        return (text.length() + 3) / 4;
    }

    private static void check(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The run was stopped.");
        }
    }

    private static <T> void record(List<T> log, List<T> requests) {
        synchronized (log) {
            log.addAll(requests);
        }
    }

    private static <T> List<T> copy(List<T> log) {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    private record ChatOnly(ChatModel model) implements ChatModel, Scripted {

        @Override
        public ChatResponse doChat(ChatRequest request) {
            return model.chat(request);
        }

        @Override
        public ChatRequestParameters defaultRequestParameters() {
            return model.defaultRequestParameters();
        }
    }
}

package dev.elm4j.model;

import dev.elm4j.environment.Tokens;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;

/** The tokens of a chat: at most, about, and as told. */
final class ChatTokens {

    /** What an answer without a limit is taken to be, until it is there. */
    private static final long UNLIMITED_ANSWER = 256;

    private ChatTokens() {}

    /** One attempt at this takes at most so many. */
    static Tokens worst(ChatModel model, ChatRequest request) {
        long input = TokenBounds.of(ChatJson.of(request).toString());
        ChatRequestParameters usual = model.defaultRequestParameters();
        if (usual != null) { // a schema or tools that go with every request
            input += TokenBounds.of(ChatJson.parameters(usual).toString());
        }
        return Tokens.of(input, limit(model, request, Long.MAX_VALUE));
    }

    /** One attempt at this takes about so many, the answer as long as it may be where there is a limit. */
    static long estimate(ChatModel model, ChatRequest request) {
        return TokenBounds.estimate(ChatText.of(request)) + limit(model, request, UNLIMITED_ANSWER);
    }

    private static long limit(ChatModel model, ChatRequest request, long none) {
        Integer limit = limit(request.parameters());
        if (limit == null && model.defaultRequestParameters() != null) {
            limit = limit(model.defaultRequestParameters());
        }
        return limit == null ? none : Math.max(0, limit);
    }

    /** What the model said it took; what it did not say, or cannot be, is estimated. */
    static Tokens told(ChatRequest request, String answer, TokenUsage usage) {
        Integer input = usage == null ? null : counted(usage.inputTokenCount());
        Integer output = usage == null ? null : counted(usage.outputTokenCount());
        boolean guessed = input == null || output == null;
        int read = input == null ? TokenBounds.estimate(ChatText.of(request)) : input;
        int written = output == null ? TokenBounds.estimate(answer) : output;
        return new Tokens(read, input == null ? 0 : Math.min(cached(usage), read), written, guessed);
    }

    private static Integer counted(Integer count) {
        return count == null || count < 0 ? null : count;
    }

    private static int cached(TokenUsage usage) {
        if (usage instanceof OpenAiTokenUsage told
                && told.inputTokensDetails() != null
                && told.inputTokensDetails().cachedTokens() != null) {
            return Math.max(0, told.inputTokensDetails().cachedTokens());
        }
        return 0;
    }

    private static Integer limit(ChatRequestParameters parameters) {
        if (parameters instanceof OpenAiChatRequestParameters own && own.maxCompletionTokens() != null) {
            return own.maxCompletionTokens(); // what counts, reasoning included
        }
        return parameters.maxOutputTokens();
    }
}

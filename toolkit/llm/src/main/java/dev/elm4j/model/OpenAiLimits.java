package dev.elm4j.model;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import java.util.Set;

/**
 * A model at OpenAI itself, whose newer models refuse the usual word for the limit of output tokens ({@code max_tokens}) and
 * want another, which the older ones there understand too. Other servers may only know the usual one.
 */
record OpenAiLimits(ChatModel model) implements ChatModel {

    @Override
    public ChatResponse doChat(ChatRequest request) {
        return model.chat(
                request.toBuilder().parameters(renamed(request.parameters())).build());
    }

    private static ChatRequestParameters renamed(ChatRequestParameters parameters) {
        Integer limit = parameters.maxOutputTokens();
        if (limit == null) {
            return parameters;
        }
        var renamed = OpenAiChatRequestParameters.builder().overrideWith(parameters);
        boolean has = parameters instanceof OpenAiChatRequestParameters own && own.maxCompletionTokens() != null;
        if (!has) {
            renamed.maxCompletionTokens(limit);
        }
        return renamed.maxOutputTokens(null).build();
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return model.defaultRequestParameters();
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return model.supportedCapabilities();
    }

    @Override
    public ModelProvider provider() {
        return model.provider();
    }
}

package dev.elm4j.model;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A model at OpenAI itself, whose newer models refuse the usual word for the limit of output tokens ({@code max_tokens}) and
 * want another, which the older ones there understand too. Those that reason also refuse {@code temperature} and {@code top_p};
 * they are asked without. Other servers may only know the usual word, and draw as they are told.
 */
record OpenAiLimits(ChatModel model) implements ChatModel {

    /** o1, o3-mini, gpt-5-nano-2025-08-07, and what was tuned from them; gpt-5-chat and gpt-5.1 draw as they are told. */
    private static final Pattern REASONING = Pattern.compile("(?:ft:)?(?:o\\d+|gpt-5)(?!-chat)(?:[-:].*)?");

    @Override
    public ChatResponse doChat(ChatRequest request) {
        return model.chat(
                request.toBuilder().parameters(understood(request.parameters())).build());
    }

    private static ChatRequestParameters understood(ChatRequestParameters parameters) {
        var understood = OpenAiChatRequestParameters.builder().overrideWith(parameters);
        Integer limit = parameters.maxOutputTokens();
        boolean has = parameters instanceof OpenAiChatRequestParameters own && own.maxCompletionTokens() != null;
        if (limit != null && !has) {
            understood.maxCompletionTokens(limit);
        }
        if (REASONING.matcher(parameters.modelName()).matches()) {
            understood.temperature(null).topP(null);
        }
        return understood.maxOutputTokens(null).build();
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

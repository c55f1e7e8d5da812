package dev.elm4j.local;

import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.Sampling;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;

/** Turns a chat into a text to continue, and the continuation into an answer. Immutable. */
final class LocalChat {

    private static final double TEMPERATURE = 0.2;
    private static final double TOP_P = 0.9;
    private static final int MAX_TOKENS = 256;

    private final String name;
    private final ChatTemplate template;
    private final LocalChatParameters defaults;

    LocalChat(String name, ChatTemplate template, int context) {
        this.name = name;
        this.template = template;
        this.defaults = LocalChatParameters.builder()
                .modelName(name)
                .temperature(TEMPERATURE)
                .topP(TOP_P)
                .maxOutputTokens(Math.max(1, Math.min(MAX_TOKENS, context / 4)))
                .seed(LocalChatParameters.DEFAULT_SEED)
                .build();
    }

    LocalChatParameters defaults() {
        return defaults;
    }

    /**
     * @throws UnsupportedFeatureException if the request needs what the model cannot do
     * @throws IllegalStateException if nobody knows how the model wants its chats
     */
    CompletionRequest completion(ChatRequest request) {
        // Callers of doChat come without the defaults that chat has merged in.
        LocalChatParameters parameters = (LocalChatParameters) defaults.overrideWith(request.parameters());
        refuse(parameters);
        if (KnownTemplates.unknown(template)) {
            throw new IllegalStateException(
                    "The chat template of the model %s is none of the known ones (ChatML, Llama 3). Give one: LocalModel.of(path, LocalSettings.defaults().template(new ChatTemplate(name, turn, answer, system))), or continue texts with complete."
                            .formatted(name));
        }
        Sampling sampling = new Sampling(parameters.temperature(), parameters.topP(), 1, parameters.maxOutputTokens());
        return new CompletionRequest(
                template.prompt(request.messages()), sampling, parameters.stopSequences(), parameters.seed());
    }

    ChatResponse response(Completion completion) {
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(completion.text().strip()))
                .modelName(name)
                .tokenUsage(new TokenUsage(completion.inputTokens(), completion.outputTokens()))
                .finishReason(completion.cutOff() ? FinishReason.LENGTH : FinishReason.STOP)
                .build();
    }

    private void refuse(ChatRequestParameters parameters) {
        boolean json = parameters.responseFormat() != null
                && parameters.responseFormat().type() == ResponseFormatType.JSON;
        boolean penalties = parameters.frequencyPenalty() != null || parameters.presencePenalty() != null;
        if (json || penalties || parameters.topK() != null || !List.of().equals(parameters.toolSpecifications())) {
            throw new UnsupportedFeatureException(
                    "The local model %s answers with plain text, by temperature and top-p. Leave out tools, JSON formats, top-k and penalties."
                            .formatted(name));
        }
    }
}

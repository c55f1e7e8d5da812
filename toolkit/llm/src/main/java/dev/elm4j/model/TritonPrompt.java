package dev.elm4j.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.Locale;
import java.util.stream.Collectors;

/** A chat as plain text, for a server without a chat template. */
final class TritonPrompt {

    private TritonPrompt() {}

    static String of(ChatRequest request) {
        if (request.messages().size() == 1) {
            return ChatText.of(request);
        }
        return request.messages().stream().map(TritonPrompt::line).collect(Collectors.joining("\n")) + "\nai:";
    }

    private static String line(ChatMessage message) {
        return message.type().name().toLowerCase(Locale.ROOT) + ": " + ChatText.of(message);
    }
}

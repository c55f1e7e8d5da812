package dev.elm4j.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.stream.Collectors;

/** The text of a chat request, message by message. */
final class ChatText {

    private ChatText() {}

    static String of(ChatRequest request) {
        return request.messages().stream().map(ChatText::of).collect(Collectors.joining("\n"));
    }

    static String of(ChatMessage message) {
        if (message instanceof UserMessage user) {
            return user.contents().stream()
                    .filter(TextContent.class::isInstance)
                    .map(content -> ((TextContent) content).text())
                    .collect(Collectors.joining("\n"));
        }
        if (message instanceof SystemMessage system) {
            return system.text();
        }
        return message instanceof AiMessage answer && answer.text() != null ? answer.text() : "";
    }
}

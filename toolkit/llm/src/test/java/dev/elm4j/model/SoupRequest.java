package dev.elm4j.model;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;

/** What remote models are asked in tests, where it does not matter. */
final class SoupRequest {

    private SoupRequest() {}

    static ChatRequest request() {
        return ChatRequest.builder()
                .messages(UserMessage.from("Name a soup."))
                .maxOutputTokens(20)
                .build();
    }
}

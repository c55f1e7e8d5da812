package dev.elm4j.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;

/**
 * A chat model whose answer to a request is decided by a seed, such as one in the kernel; langchain4j's common parameters
 * know none. Without a seed it would answer the same question always alike.
 *
 * <pre>{@code
 * var request = ChatRequest.builder().messages(UserMessage.from("Name a soup.")).build();
 * SeededChat.request(model, request, 7).messages().size();   // 1: the same request, with a seed where the model knows them
 * }</pre>
 */
public interface SeededChat {

    /** These parameters with this seed; equal seeds give equal parameters. */
    ChatRequestParameters seeded(ChatRequestParameters parameters, long seed);

    /** The request with a seed, if the model knows seeds; as it was otherwise. */
    static ChatRequest request(ChatModel model, ChatRequest request, long seed) {
        return model instanceof SeededChat seeded
                ? ChatRequest.builder()
                        .messages(request.messages())
                        .parameters(seeded.seeded(request.parameters(), seed))
                        .build()
                : request;
    }
}

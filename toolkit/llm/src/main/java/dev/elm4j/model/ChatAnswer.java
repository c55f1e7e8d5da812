package dev.elm4j.model;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Failure;
import java.util.Optional;

/**
 * What a chat model answered, or why there is no answer: a candidate's failure is data.
 *
 * <pre>{@code
 * var request = ChatRequest.builder().messages(UserMessage.from("Name a soup.")).build();
 * ChatAnswer answer = context.calls(model).ask(new ChatExchange(), List.of(new Call<>(0, request))).get(0);
 * answer.failure();   // empty, or for instance "cut off"
 * }</pre>
 *
 * @param text as it came; empty if the model gave none
 * @param failure why the text is of no use: blank, cut off, refused, or the model could not be reached; empty if all went
 *     well
 * @param inputTokens tokens of the request, as told by the model or else estimated (a token for four characters)
 * @param outputTokens tokens of the answer, alike
 */
public record ChatAnswer(String text, Optional<Failure> failure, int inputTokens, int outputTokens) {

    public ChatAnswer {
        requireNonNull(text, "text");
        requireNonNull(failure, "failure");
    }
}

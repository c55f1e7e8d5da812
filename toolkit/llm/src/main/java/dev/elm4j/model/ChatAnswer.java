package dev.elm4j.model;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Tokens;
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
 * @param failure why the text is of no use: blank, cut off, refused, or the model gave no answer; empty if all went well
 * @param tokens of the attempt that gave this answer, as told by the model or else estimated (a token for four characters);
 *     none if no attempt did. What all attempts took is in the candidate's usage
 */
public record ChatAnswer(String text, Optional<Failure> failure, Tokens tokens) {

    public ChatAnswer {
        requireNonNull(text, "text");
        requireNonNull(failure, "failure");
        requireNonNull(tokens, "tokens");
    }

    /** An answer whose tokens the model counted, none of them cached. */
    public ChatAnswer(String text, Optional<Failure> failure, int inputTokens, int outputTokens) {
        this(text, failure, Tokens.of(inputTokens, outputTokens));
    }

    /** Tokens of the request. */
    public int inputTokens() {
        return (int) Math.min(tokens.input(), Integer.MAX_VALUE);
    }

    /** Tokens of the answer. */
    public int outputTokens() {
        return (int) Math.min(tokens.output(), Integer.MAX_VALUE);
    }
}

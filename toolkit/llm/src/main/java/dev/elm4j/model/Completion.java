package dev.elm4j.model;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Failure;
import java.util.Optional;

/**
 * A text that a model wrote after a prompt, or why it wrote none.
 *
 * <pre>{@code
 * new Completion("The soup was cold.", false, 31, 6).failure();   // empty
 * }</pre>
 *
 * @param text what it wrote, without the stop string; empty after a failure
 * @param cutOff whether it ended at the token limit instead of a stop string or the end token
 * @param inputTokens tokens of the prompt
 * @param outputTokens tokens written, the stop included
 * @param failure why the model did not take this prompt, such as that its context has no room for it; empty if it did
 */
public record Completion(String text, boolean cutOff, int inputTokens, int outputTokens, Optional<Failure> failure) {

    public Completion {
        requireNonNull(text, "text");
        requireNonNull(failure, "failure");
    }

    /** A text that a model wrote. */
    public Completion(String text, boolean cutOff, int inputTokens, int outputTokens) {
        this(text, cutOff, inputTokens, outputTokens, Optional.empty());
    }

    /** No text, for this reason; nothing was read. */
    public static Completion failed(Failure failure) {
        return new Completion("", false, 0, 0, Optional.of(failure));
    }
}

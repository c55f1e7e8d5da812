package dev.elm4j.model;

import java.util.List;

/**
 * Asks a model to continue a text, without any chat template.
 *
 * <pre>{@code
 * new CompletionRequest("The steak was burnt.\nThe soup", Sampling.of(0.9), List.of("\n"), 7);
 * }</pre>
 *
 * @param prompt the text, not empty
 * @param sampling how to draw tokens
 * @param stops strings that end the answer and do not belong to it
 * @param seed of the request's own random stream: the same request with the same seed in the same batch gives the same
 *     text
 */
public record CompletionRequest(String prompt, Sampling sampling, List<String> stops, long seed) {

    public CompletionRequest {
        stops = List.copyOf(stops);
        if (prompt.isEmpty()) {
            throw new IllegalArgumentException("The prompt is empty. Give the model at least one character.");
        }
    }
}

package dev.elm4j.model;

/**
 * A text that a model wrote after a prompt.
 *
 * <pre>{@code
 * new Completion("The soup was cold.", false, 31, 6);
 * }</pre>
 *
 * @param text what it wrote, without the stop string
 * @param cutOff whether it ended at the token limit instead of a stop string or the end token
 * @param inputTokens tokens of the prompt
 * @param outputTokens tokens written, the stop included
 */
public record Completion(String text, boolean cutOff, int inputTokens, int outputTokens) {}

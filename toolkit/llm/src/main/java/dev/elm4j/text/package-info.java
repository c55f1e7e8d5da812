/**
 * Pure functions of texts: what to keep of a model's answer, how to fill a prompt, how to quote a text in a message.
 *
 * <p>Belongs here: anything that needs a {@code String} and nothing else. Does not belong here: models, prompts' wording.
 * Start with {@link dev.elm4j.text.AnswerLines}.
 *
 * <pre>{@code
 * AnswerLines.first("Sure! Here is one:\n\n1. \"The soup was cold.\"");   // Optional[The soup was cold.]
 * }</pre>
 */
package dev.elm4j.text;

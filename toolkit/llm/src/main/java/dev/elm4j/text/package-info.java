/**
 * Pure functions of texts: what to keep of a model's answer, how to fill a prompt, how to quote a text in a message.
 *
 * <p>Belongs here: anything that needs a {@code String} and nothing else. Does not belong here: models, prompts' wording.
 * Start with {@link dev.elm4j.text.AnswerLines} for one line, {@link dev.elm4j.text.AnswerText} for a text,
 * {@link dev.elm4j.text.AnswerItems} for a list, {@link dev.elm4j.text.CodeBlock} for a program,
 * {@link dev.elm4j.text.Edits} for changes of one, {@link dev.elm4j.text.Ratings} for numbers.
 *
 * <pre>{@code
 * AnswerLines.first("Sure! Here is one:\n\n1. \"The soup was cold.\"");   // Optional[The soup was cold.]
 * }</pre>
 *
 * <p>Readers of answers are total: whatever a model wrote, they end in time about linear in it, throw nothing, and give
 * well-formed text; reasoning in tags that open an answer is passed over.
 */
package dev.elm4j.text;

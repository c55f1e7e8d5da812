/**
 * Operators that a language model backs: prompts for variation, and what is kept of the answers.
 *
 * <p>Belongs here: operators, and their prompts as text files beside them. Does not belong here: scoring (package judge),
 * ways to a model (package model). Start with {@link dev.elm4j.prompting.Crossover} for lines and texts, with
 * {@link dev.elm4j.prompting.ProgramMutation} for programs. Each operator asks once per candidate ({@link
 * dev.elm4j.prompting.Repair} more often), shows its prompt by {@code prompt()}, and takes another by {@code prompt(...)}.
 *
 * <pre>{@code
 * Elm.search(environment).operators(Crossover.lmx(model, 4), Rewrite.of(model).task(environment.task()));
 * }</pre>
 */
package dev.elm4j.prompting;

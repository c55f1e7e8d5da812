/**
 * Operators that a language model backs: prompts for variation, and what is kept of the answers.
 *
 * <p>Belongs here: operators, and their prompts as text files beside them. Does not belong here: scoring (package judge),
 * ways to a model (package model). Start with {@link dev.elm4j.prompting.Crossover}.
 *
 * <pre>{@code
 * Elm.search(environment).operators(Crossover.lmx(model, 4));
 * }</pre>
 */
package dev.elm4j.prompting;

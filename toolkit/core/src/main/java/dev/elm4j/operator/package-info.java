/**
 * How candidates are proposed: operators make solutions from parents, selections choose the parents, mixtures the
 * operator.
 *
 * <p>Belongs here: the three contracts and the operators that need no model. Does not belong here: scoring, prompts
 * (module llm), the loop. Start with {@link dev.elm4j.operator.Operator}.
 */
package dev.elm4j.operator;

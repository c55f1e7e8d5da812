/**
 * What a solution is worth: environments score solutions and never vary them.
 *
 * <p>Belongs here: the environment contract, evaluations, codecs, and the {@link dev.elm4j.environment.Context} that
 * gives both environments and operators their random streams and their metered way to a model. Does not belong here:
 * loops, archives' contents, prompts for variation. Start with {@link dev.elm4j.environment.Environment#of}.
 */
package dev.elm4j.environment;

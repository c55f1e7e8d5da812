/**
 * Runs programs nobody has read, and answers with verdicts that can be trusted.
 *
 * <p>Belongs here: what a user names (a program, its inputs and limits, the result, the tier) and the pool of slots that
 * answers. How a tier is started lives in {@code host}, what runs inside it in {@code worker}. Nothing here scores: expected
 * outputs never enter the sandbox. Start with {@link dev.elm4j.sandbox.Sandbox}.
 */
package dev.elm4j.sandbox;

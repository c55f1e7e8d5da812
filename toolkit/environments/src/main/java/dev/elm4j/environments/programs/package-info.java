/**
 * Problems whose solutions are programs: they run in a sandbox, and are scored here, on the host.
 *
 * <p>Belongs here: cases with their expected values, the comparison of values, and the audit of an evaluator. What a program
 * could see, it could repeat; so expected values never leave this package. Start with
 * {@link dev.elm4j.environments.programs.ProgramEnvironment}.
 */
package dev.elm4j.environments.programs;

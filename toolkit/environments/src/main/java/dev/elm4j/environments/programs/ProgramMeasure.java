package dev.elm4j.environments.programs;

import dev.elm4j.sandbox.ProgramResult;

/**
 * A number that places a program on an axis of the map.
 *
 * <pre>{@code
 * ProgramMeasure length = (source, result) -> source.length();
 * }</pre>
 *
 * <p>It should depend on the source and the values alone: times differ from run to run, and so would the map.
 */
@FunctionalInterface
public interface ProgramMeasure {

    /**
     * The measure of a program that gave at least one value.
     *
     * @param source of the program
     * @param result one outcome per case: first the examples, then the held-out cases
     */
    double measure(String source, ProgramResult result);

    /** Lines of the source that are not blank. */
    static ProgramMeasure lines() {
        return (source, result) ->
                source.lines().filter(line -> !line.isBlank()).count();
    }

    /** Characters of the source that are not white space. */
    static ProgramMeasure characters() {
        return (source, result) ->
                source.chars().filter(point -> !Character.isWhitespace(point)).count();
    }
}

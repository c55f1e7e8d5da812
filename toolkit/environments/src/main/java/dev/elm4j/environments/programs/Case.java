package dev.elm4j.environments.programs;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a program is called with, and the value that is right.
 *
 * <pre>{@code
 * Case.given(3, 4).expects(5.0);   // called with 3, 4: 5.0
 * }</pre>
 *
 * @param arguments as the sandbox takes them: null, booleans, whole numbers, doubles, strings, byte arrays, lists, maps
 * @param expected the right value, of the same kinds; it never enters the sandbox
 */
public record Case(List<Object> arguments, Object expected) {

    public Case {
        arguments = Collections.unmodifiableList(new ArrayList<>(requireNonNull(arguments, "arguments")));
    }

    /** Begins a case with these arguments. */
    public static Given given(Object... arguments) {
        return new Given(Collections.unmodifiableList(new ArrayList<>(Arrays.asList(arguments))));
    }

    /**
     * A case that lacks its expected value.
     *
     * <pre>{@code
     * Case.given("abc").expects("cba").expected();   // "cba"
     * }</pre>
     *
     * @param arguments of the call
     */
    public record Given(List<Object> arguments) {

        /** The case with this value as the right one. */
        public Case expects(Object expected) {
            return new Case(arguments, expected);
        }
    }

    @Override
    public String toString() {
        return "called with %s: %s".formatted(call(), Values.text(expected));
    }

    /** The arguments as people write them, such as {@code 3, "x"}. */
    String call() {
        return arguments.stream().map(Values::text).collect(Collectors.joining(", "));
    }
}

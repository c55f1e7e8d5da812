package dev.elm4j.sandbox;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A program, the inputs to call it with, and what it may use. Expected outputs do not belong here: what a program could see,
 * it could repeat.
 *
 * <pre>{@code
 * var program = Program.python("def run(word, times):\n    return word * times", "run");
 * var request = ProgramRequest.of(program, "ab", 3).limits(Limits.usual().memoryMb(256));
 * request.toString();              // "python run, 1 input, seed 0"
 * sandbox.run(request).value();    // "ababab"
 * }</pre>
 *
 * @param program the source and its entry point
 * @param inputs one list of arguments per call, {@code [inputs][arguments]}; a value is null, a Boolean, an Integer, Long or
 *     BigInteger, a Double (NaN and infinities too), a String, a byte[], another array, a List or Set of values, or a Map
 *     from values to values; nested 50 deep at most; 100,000 lists at most. Held as they are: do not change them while the request is in use
 * @param limits for all inputs together
 * @param seed of the program's random numbers
 * @param guard what to do with findings of the guard
 */
public record ProgramRequest(Program program, List<List<Object>> inputs, Limits limits, long seed, GuardLevel guard) {

    private static final int MOST_INPUTS = 100_000; // so many outcomes fit an answer, whatever becomes of them

    public ProgramRequest {
        requireNonNull(program, "program");
        requireNonNull(limits, "limits");
        requireNonNull(guard, "guard");
        var copy = new ArrayList<List<Object>>();
        for (List<Object> arguments : requireNonNull(inputs, "inputs")) {
            copy.add(Collections.unmodifiableList(new ArrayList<>(requireNonNull(arguments, "inputs"))));
        }
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("inputs must hold at least one list of arguments, but is empty; for a"
                    + " program without arguments say List.of(List.of())");
        }
        if (copy.size() > MOST_INPUTS) {
            throw new IllegalArgumentException(
                    "inputs must hold at most 100,000 lists of arguments, but holds %,d; share".formatted(copy.size())
                            + " them out over several requests");
        }
        inputs = Collections.unmodifiableList(copy);
    }

    /** One call with these arguments, the usual limits, seed 0, the guard only warning. */
    public static ProgramRequest of(Program program, Object... arguments) {
        return new ProgramRequest(
                program,
                List.of(Collections.unmodifiableList(new ArrayList<>(Arrays.asList(arguments)))),
                Limits.usual(),
                0,
                GuardLevel.WARN);
    }

    /** The same with these inputs, {@code [inputs][arguments]}. */
    public ProgramRequest inputs(List<List<Object>> others) {
        return new ProgramRequest(program, others, limits, seed, guard);
    }

    /** The same with other limits. */
    public ProgramRequest limits(Limits others) {
        return new ProgramRequest(program, inputs, others, seed, guard);
    }

    /** The same with another seed. */
    public ProgramRequest seed(long other) {
        return new ProgramRequest(program, inputs, limits, other, guard);
    }

    /** The same with another level of the guard. */
    public ProgramRequest guard(GuardLevel other) {
        return new ProgramRequest(program, inputs, limits, seed, other);
    }

    /** Language, entry point, number of inputs and seed; at most 80 characters. */
    @Override
    public String toString() {
        String rest = ", %,d input%s, seed %d".formatted(inputs.size(), inputs.size() == 1 ? "" : "s", seed);
        return Shown.line(program.language().word() + " " + program.entryPoint(), 80 - rest.length()) + rest;
    }
}

package dev.elm4j.sandbox;

/**
 * Where the time of a request went, in milliseconds.
 *
 * <pre>{@code
 * Timings.NONE.total();   // 0
 * }</pre>
 *
 * @param compile in the compiler (Java)
 * @param start until the program's process was ready
 * @param run from there to its last value, on the clock
 * @param cpu on processors, of the program alone; under gVisor without the waiting that its clock counts in
 * @param total on the clock, seen from the host
 */
public record Timings(double compile, double start, double run, double cpu, double total) {

    /** No time at all: for a program that was never started. */
    public static final Timings NONE = new Timings(0, 0, 0, 0, 0);
}

package dev.elm4j.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a request may use, for all its inputs together.
 *
 * <pre>{@code
 * var limits = Limits.usual().cpu(Duration.ofSeconds(5)).memoryMb(256);
 * limits.wall().toSeconds();   // 50: ten times the CPU time
 * }</pre>
 *
 * @param cpu time on processors; this decides, so that a loaded host changes no verdict; default 2 s.
 *     gVisor's own clock counts waiting for a processor too; where this machine's kernel says that there was much of it, a
 *     program which met the limit is run again with so much more, and judged by what the kernel counted. On a loaded host
 *     such a request takes longer
 * @param wall time on the clock, the outer bound, over all runs of a request; default 20 s
 * @param compile time on the clock for the compiler (Java); default 5 s
 * @param memoryMb address space of a Python program, heap of a Java program, in MB; default 512. Under Docker
 *     a whole slot has 2,048 MB, whatever this says
 * @param outputBytes kept of each of stdout and stderr; default 65,536
 * @param resultBytes of all values together, as JSON; default 1,048,576
 * @param threads at once; default 16
 */
public record Limits(
        Duration cpu, Duration wall, Duration compile, int memoryMb, int outputBytes, int resultBytes, int threads) {

    public Limits {
        positive(cpu, "cpu");
        positive(wall, "wall");
        positive(compile, "compile");
        between(memoryMb, 16, 65_536, "memoryMb");
        between(outputBytes, 0, 1 << 20, "outputBytes");
        between(resultBytes, 64, 8 << 20, "resultBytes");
        between(threads, 1, 1_000, "threads");
    }

    /** The defaults. */
    public static Limits usual() {
        return new Limits(
                Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(5), 512, 65_536, 1_048_576, 16);
    }

    /** The same with another CPU time; the wall time becomes ten times as much, if it was less. */
    public Limits cpu(Duration limit) {
        Duration outer = limit.multipliedBy(10);
        return new Limits(
                limit, wall.compareTo(outer) < 0 ? outer : wall, compile, memoryMb, outputBytes, resultBytes, threads);
    }

    /** The same with another wall time. */
    public Limits wall(Duration limit) {
        return new Limits(cpu, limit, compile, memoryMb, outputBytes, resultBytes, threads);
    }

    /** The same with another time for the compiler. */
    public Limits compile(Duration limit) {
        return new Limits(cpu, wall, limit, memoryMb, outputBytes, resultBytes, threads);
    }

    /** The same with another bound on memory, in MB. */
    public Limits memoryMb(int limit) {
        return new Limits(cpu, wall, compile, limit, outputBytes, resultBytes, threads);
    }

    /** The same with another bound on what is kept of stdout and of stderr, in bytes. */
    public Limits outputBytes(int limit) {
        return new Limits(cpu, wall, compile, memoryMb, limit, resultBytes, threads);
    }

    /** The same with another bound on all values together, in bytes of JSON. */
    public Limits resultBytes(int limit) {
        return new Limits(cpu, wall, compile, memoryMb, outputBytes, limit, threads);
    }

    /** The same with another number of threads. */
    public Limits threads(int limit) {
        return new Limits(cpu, wall, compile, memoryMb, outputBytes, resultBytes, limit);
    }

    private static void positive(Duration limit, String name) {
        requireNonNull(limit, name);
        if (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(name + " must be between 1 ms and 1 h, but is " + limit);
        }
    }

    private static void between(int limit, int low, int high, String name) {
        if (limit < low || limit > high) {
            throw new IllegalArgumentException(name + " must be between " + low + " and " + high + ", but is " + limit);
        }
    }
}

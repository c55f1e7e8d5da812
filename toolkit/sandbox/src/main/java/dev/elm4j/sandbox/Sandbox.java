package dev.elm4j.sandbox;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;

/**
 * Runs programs that nobody has read, each in a process of its own inside the strongest isolation that the host gives.
 *
 * <pre>{@code
 * var program = Program.python("def run(a, b):\n    return a + b", "run");
 * sandbox.run(ProgramRequest.of(program, 40, 2)).value().toString();   // "42"
 * sandbox.tier().words();   // such as: gVisor in Docker
 * }</pre>
 *
 * <p>{@code Sandbox.open()} takes the strongest tier that there is; {@code Sandbox.open(atLeast(GVISOR))} refuses those below.
 *
 * <p>Safe for many threads; requests wait for a free slot.
 */
public interface Sandbox extends AutoCloseable {

    /**
     * A sandbox in the strongest tier that isolates here; {@link #choice()} says which.
     *
     * @throws IllegalStateException if there is none
     */
    static Sandbox open() {
        return open(SandboxSettings.usual());
    }

    /**
     * A sandbox in the strongest tier within the settings that isolates here. That takes seconds: each tier is started, and
     * programs of ours try what no program may. What was found is remembered for ten minutes.
     *
     * @throws IllegalStateException if there is none; its message says why, and what to install
     */
    static Sandbox open(SandboxSettings settings) {
        return Opening.open(requireNonNull(settings, "settings"));
    }

    /**
     * Runs a program and waits for its result.
     *
     * @return a result always: a program's failure is a status, and so is the sandbox's own
     *     ({@link ProgramStatus#SANDBOX_ERROR})
     * @throws InterruptedException if the waiting thread is interrupted; the program is stopped
     * @throws IllegalStateException if the sandbox is closed
     */
    ProgramResult run(ProgramRequest request) throws InterruptedException;

    /** Runs a program in the background; cancelling the future stops it. */
    CompletableFuture<ProgramResult> submit(ProgramRequest request);

    /** The isolation that every result of this sandbox ran under. */
    Tier tier();

    /** What was chosen, and why not the tiers above it, in one line. */
    String choice();

    /** Stops all programs and slots; nothing of them is left. */
    @Override
    void close();
}

package dev.elm4j.sandbox;

import java.util.concurrent.CompletableFuture;

/**
 * Runs programs that nobody has read, each in a process of its own inside the strongest isolation that the host gives.
 *
 * <p>Safe for many threads; requests wait for a free slot.
 */
public interface Sandbox extends AutoCloseable {

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

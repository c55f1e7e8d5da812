package dev.elm4j.model;

import dev.elm4j.environment.RunEnded;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The end of a run, told from a failure of one request. */
final class Stops {

    private Stops() {}

    static void check(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The run was stopped.");
        }
    }

    /** Passes on what is no failure of a candidate but the end of the run, also where a provider wrapped it. */
    static void rethrow(RuntimeException fault) {
        int steps = 0; // a chain may bite its own tail
        for (Throwable cause = fault; cause != null && steps < 50; cause = cause.getCause(), steps++) {
            RunEnded.rethrow(cause);
            if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
                Thread.currentThread().interrupt();
            }
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The run was interrupted.");
        }
    }
}

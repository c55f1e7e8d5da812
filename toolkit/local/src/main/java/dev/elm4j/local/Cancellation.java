package dev.elm4j.local;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Asks, between two steps of the model, whether anybody still wants the answer. */
record Cancellation(BooleanSupplier cancelled) {

    /** @throws CancellationException if not */
    void check() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The call of the model was cancelled.");
        }
    }
}

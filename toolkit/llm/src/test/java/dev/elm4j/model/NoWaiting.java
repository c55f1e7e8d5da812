package dev.elm4j.model;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** A time that passes at once: each pause only moves the clock. Safe to share between threads. */
final class NoWaiting implements Waiting {

    private final AtomicLong now = new AtomicLong();

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public void pause(long nanos, BooleanSupplier cancelled) {
        Stops.check(cancelled);
        now.addAndGet(Math.max(0, nanos));
    }
}

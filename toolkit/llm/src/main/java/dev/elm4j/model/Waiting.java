package dev.elm4j.model;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Time, as retries and rate limits see it; tests bring one that does not pass. Safe to share between threads. */
interface Waiting {

    /** The clock of this computer. */
    Waiting REAL = new Waiting() {

        /** How often it looks whether the run is being stopped. */
        private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(long nanos, BooleanSupplier cancelled) {
            long end = System.nanoTime() + nanos;
            for (long left = nanos; left > 0; left = end - System.nanoTime()) {
                Stops.check(cancelled);
                try {
                    TimeUnit.NANOSECONDS.sleep(Math.min(left, LOOK));
                } catch (InterruptedException interrupt) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException("The run was interrupted.");
                }
            }
        }
    };

    /** Nanoseconds since some moment. */
    long nanos();

    /**
     * Returns after so many nanoseconds, at once if there are none.
     *
     * @throws CancellationException soon after {@code cancelled} says true or the thread was interrupted, which it stays
     */
    void pause(long nanos, BooleanSupplier cancelled);
}

package dev.elm4j.sandbox;

import dev.elm4j.sandbox.host.LostWorker;
import dev.elm4j.sandbox.host.Worker;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The place of one worker, which is replaced as often as needed. Whoever has the slot calls; {@link #close} may come from any
 * thread.
 */
final class Slot {

    /** Starts workers. */
    interface Starter {
        Worker start() throws LostWorker, InterruptedException;
    }

    /** A worker that is there, or being started. */
    private record Place(CompletableFuture<Worker> worker, Future<?> starting) {

        boolean isReady() {
            return worker.isDone() && !worker.isCompletedExceptionally();
        }

        /** Ends the worker; returns when that is done. May be called again, by any thread. */
        void end() {
            if (worker.cancel(false)) {
                starting.cancel(true);
            } else if (!worker.isCompletedExceptionally()) {
                worker.join().close();
            }
        }
    }

    private final Starter starter;
    private final ExecutorService threads;
    private Place place;
    private boolean closed;
    private int evaluations;

    /** An empty one; the first worker is started by {@link #renew}, or was started before. */
    Slot(Starter starter, ExecutorService threads) {
        this.starter = starter;
        this.threads = threads;
    }

    /** Takes a worker that runs already. */
    synchronized void adopt(Worker worker) {
        CompletableFuture<Worker> ready = CompletableFuture.completedFuture(worker);
        place = new Place(ready, ready);
        evaluations = 0;
    }

    /** Ends the worker and starts another one in the background; nothing if closed. */
    void renew() {
        end(); // takes its time, so nobody is kept waiting for this object meanwhile
        synchronized (this) {
            if (!closed) {
                begin();
            }
        }
    }

    private void begin() {
        var next = new CompletableFuture<Worker>();
        evaluations = 0;
        place = null; // should the next line fail
        place = new Place(next, threads.submit(() -> start(next)));
    }

    private void start(CompletableFuture<Worker> next) {
        try {
            Worker worker = starter.start();
            if (!next.complete(worker)) {
                worker.close(); // abandoned meanwhile
            }
        } catch (Throwable fault) { // an Error too: else somebody waits for ever
            next.completeExceptionally(fault);
        }
    }

    /** Whether a worker waits for work. */
    synchronized boolean isReady() {
        return place != null && place.isReady();
    }

    /**
     * The worker, when it is there. Where starting it failed before, it is tried again now: what was in the way may be gone.
     *
     * @throws LostWorker if it could not be started
     * @throws IllegalStateException if the slot is closed
     */
    Worker worker() throws LostWorker, InterruptedException {
        try {
            return current().get();
        } catch (CancellationException closing) {
            throw Slots.closed();
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof LostWorker lost) {
                throw lost;
            }
            if (fault.getCause() instanceof Error ours) {
                throw ours;
            }
            throw new IllegalStateException("a worker could not be started: " + fault.getCause(), fault.getCause());
        }
    }

    private synchronized CompletableFuture<Worker> current() {
        if (closed) {
            throw Slots.closed();
        }
        if (place == null || place.worker().isCompletedExceptionally()) {
            begin();
        }
        return place.worker();
    }

    /** Counts an evaluation; how many this worker has had. */
    synchronized int count() {
        return ++evaluations;
    }

    /** Ends the worker, also one that is just starting, and starts none any more. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        end();
    }

    private void end() {
        Place now;
        synchronized (this) {
            now = place;
        }
        if (now != null) {
            now.end();
        }
    }
}

package dev.elm4j.sandbox;

import dev.elm4j.sandbox.host.LostWorker;
import dev.elm4j.sandbox.host.Worker;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The place of one worker, which is replaced as often as needed. Whoever has the slot calls; {@link #abandon} may come from
 * any thread.
 */
final class Slot {

    /** Starts workers. */
    interface Starter {
        Worker start() throws LostWorker, InterruptedException;
    }

    private final Starter starter;
    private final ExecutorService threads;
    private CompletableFuture<Worker> ready;
    private Future<?> starting;
    private int evaluations;

    /** An empty one; the first worker is started by {@link #renew}, or was started before. */
    Slot(Starter starter, ExecutorService threads) {
        this.starter = starter;
        this.threads = threads;
    }

    /** Takes a worker that runs already. */
    synchronized void adopt(Worker worker) {
        ready = CompletableFuture.completedFuture(worker);
        evaluations = 0;
    }

    /** Ends the worker and starts another one in the background. */
    synchronized void renew() {
        abandon();
        var next = new CompletableFuture<Worker>();
        ready = next;
        evaluations = 0;
        starting = threads.submit(() -> start(next));
    }

    private void start(CompletableFuture<Worker> next) {
        try {
            Worker worker = starter.start();
            if (!next.complete(worker)) {
                worker.close(); // abandoned meanwhile
            }
        } catch (LostWorker | InterruptedException | RuntimeException fault) {
            next.completeExceptionally(fault);
        }
    }

    /** Whether a worker waits for work. */
    synchronized boolean isReady() {
        return ready != null && ready.isDone() && !ready.isCompletedExceptionally();
    }

    /**
     * The worker, when it is there. Where starting it failed before, it is tried again now: what was in the way may be gone.
     *
     * @throws LostWorker if it could not be started
     */
    Worker worker() throws LostWorker, InterruptedException {
        try {
            return current().get();
        } catch (CancellationException closed) {
            throw new IllegalStateException("the sandbox is closed; open another one");
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof LostWorker lost) {
                throw lost;
            }
            throw new IllegalStateException("a worker could not be started: " + fault.getCause(), fault.getCause());
        }
    }

    private synchronized CompletableFuture<Worker> current() {
        if (ready == null || ready.isCompletedExceptionally() && !ready.isCancelled()) {
            renew();
        }
        return ready;
    }

    /** Counts an evaluation; how many this worker has had. */
    synchronized int count() {
        return ++evaluations;
    }

    /** Ends the worker, also one that is just starting. */
    synchronized void abandon() {
        if (ready == null) {
            return;
        }
        if (ready.cancel(false)) {
            starting.cancel(true);
        } else if (!ready.isCompletedExceptionally()) {
            ready.join().close();
        }
    }
}

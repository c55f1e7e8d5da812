package dev.elm4j.search;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The daemon threads of one {@code run} or one verb. They carry the context class loader of the thread that began, so
 * that code from a notebook's cells finds its classes and resources; stopping interrupts them.
 */
final class Workers implements AutoCloseable {

    private final ExecutorService pool;
    private volatile boolean cancelled;

    Workers(String name, int threads) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        var count = new AtomicInteger();
        pool = Executors.newFixedThreadPool(threads, work -> {
            var thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }

    <T> Future<T> submit(Callable<T> work) {
        try {
            return pool.submit(work);
        } catch (RejectedExecutionException closed) {
            throw new CancellationException("The run was stopped.");
        }
    }

    boolean cancelled() {
        return cancelled;
    }

    /** Asks all work to end and interrupts it. */
    void cancel() {
        cancelled = true;
        // What had not begun yet must end too, or whoever awaits it waits for ever.
        pool.shutdownNow().forEach(work -> ((Future<?>) work).cancel(true));
    }

    /**
     * Waits for work. An interrupt of the waiting thread cancels all.
     *
     * @throws CancellationException if cancelled before or while waiting
     */
    <T> T await(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException interrupt) {
            cancel();
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted; nothing of this batch was committed.");
        } catch (ExecutionException fault) {
            throw rethrown(fault.getCause());
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }

    /** Waits until nobody is at work any more, however long somebody's code takes to notice. */
    void awaitEnd() {
        try {
            while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
                cancel();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same, but no longer than so many seconds. */
    void awaitEnd(long seconds) {
        try {
            pool.awaitTermination(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends; what is still at work, after another part broke, is asked to end too. */
    @Override
    public void close() {
        cancel();
    }
}

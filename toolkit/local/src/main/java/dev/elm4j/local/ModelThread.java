package dev.elm4j.local;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The one thread on which a model runs; calls from other threads queue for it. The engine's switches (gradients, graph
 * optimiser, number of threads) belong to a thread, so they are set here once.
 */
final class ModelThread implements AutoCloseable {

    private final String model;
    private final ExecutorService executor;
    private volatile Thread thread;
    private volatile boolean closed;

    ModelThread(String model) {
        this.model = model;
        this.executor = Executors.newSingleThreadExecutor(this::thread);
    }

    /** Starts the engine for this thread; intra-operation threads at least 1. */
    void start(int threads) {
        call(() -> false, cancellation -> {
            Natives.start();
            JniUtils.setNumThreads(threads);
            JniUtils.setGradMode(false);
            JniUtils.setGraphExecutorOptimize(false);
            return null;
        });
    }

    /**
     * Runs a task when its turn comes and waits for it. If the waiting thread is interrupted, a task that waits for its
     * turn is dropped at once, and one that runs is asked to stop.
     *
     * @throws CancellationException if {@code cancelled} says true or the calling thread is interrupted
     * @throws IllegalStateException if the model is closed, or if the model calls itself
     */
    <T> T call(BooleanSupplier cancelled, Function<Cancellation, T> task) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException(
                    "The model %s was called from inside one of its own calls. Call it from another thread."
                            .formatted(model));
        }
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicBoolean taken = new AtomicBoolean(); // by the model's thread, or by the caller who drops it
        Cancellation cancellation = new Cancellation(() -> interrupted.get() || cancelled.getAsBoolean());
        Future<T> future = submit(() -> {
            if (taken.getAndSet(true)) {
                return null; // nobody waits for it any more
            }
            cancellation.check();
            return task.apply(cancellation);
        });
        return result(future, interrupted, taken);
    }

    /** Lets the calls before end, then runs the last task and ends the thread. Only the first call does anything. */
    void close(Runnable last) {
        Future<?> end;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            end = executor.submit(last);
            executor.shutdown();
        }
        result(end, new AtomicBoolean(), new AtomicBoolean(true));
    }

    @Override
    public void close() {
        close(() -> {});
    }

    boolean closed() {
        return closed;
    }

    private synchronized <T> Future<T> submit(Callable<T> task) {
        if (closed) {
            throw new IllegalStateException(
                    "The model %s is closed. Load it again, with LocalModel.of(path).".formatted(model));
        }
        return executor.submit(task);
    }

    private static <T> T result(Future<T> future, AtomicBoolean interrupted, AtomicBoolean taken) {
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException stop) {
                    interrupted.set(true);
                    if (!taken.getAndSet(true)) {
                        throw new CancellationException("The call of the model was cancelled before its turn.");
                    }
                }
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("The model failed: " + failure.getCause(), failure.getCause());
        } finally {
            if (interrupted.get()) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Thread thread(Runnable work) {
        thread = new Thread(work, "elm4j-" + model);
        thread.setDaemon(true);
        thread.setContextClassLoader(ModelThread.class.getClassLoader());
        return thread;
    }
}

package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls that may hang for ever (Docker's, whose own timeouts do not work on a socket of the file system), on threads that are
 * interrupted when they do. What such a call's library throws on its own threads is not shown: it clutters notebooks.
 */
final class Deadlines {

    private static final ThreadGroup QUIET = new ThreadGroup("elm4j-sandbox-docker") {
        @Override
        public void uncaughtException(Thread thread, Throwable fault) {
            // the call that it belongs to, or the end of its stream, tells the same
        }
    };

    private Deadlines() {}

    /**
     * The result of a call.
     *
     * @throws IOException if it takes longer, or throws anything
     */
    static <T> T call(String what, Duration deadline, Callable<T> call) throws IOException, InterruptedException {
        var task = new FutureTask<T>(call);
        var thread = new Thread(QUIET, task, "elm4j-sandbox-docker");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException(what + " took longer than " + deadline.toSeconds() + " s");
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof IOException cause
                    ? cause
                    : new IOException(what + ": " + fault.getCause().getMessage(), fault.getCause());
        } finally {
            task.cancel(true);
        }
    }

    /** The same for what must be done even if the calling thread is interrupted; false if it failed. */
    static boolean surely(String what, Duration deadline, Callable<?> call) {
        boolean interrupted = Thread.interrupted();
        try {
            call(what, deadline, call);
            return true;
        } catch (IOException failed) {
            return false;
        } catch (InterruptedException again) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

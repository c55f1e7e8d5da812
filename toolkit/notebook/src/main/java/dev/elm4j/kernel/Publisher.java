package dev.elm4j.kernel;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The one thread that publishes. No kernel knows of it, so nobody interrupts it. */
interface Publisher {

    /** Does something on the thread after a delay. */
    void after(long nanos, Runnable work);

    /** The time, in nanoseconds from some beginning. */
    long now();

    /** A thread of its own, begun at the first use, which does not keep the process alive. */
    static Publisher daemon() {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            var daemon = new Thread(work, "elm4j-publisher");
            daemon.setDaemon(true);
            daemon.setContextClassLoader(Publisher.class.getClassLoader());
            return daemon;
        });
        return new Publisher() {
            @Override
            public void after(long nanos, Runnable work) {
                thread.schedule(work, nanos, TimeUnit.NANOSECONDS);
            }

            @Override
            public long now() {
                return System.nanoTime();
            }
        };
    }
}

package dev.elm4j.sandbox.host;

import static java.util.Objects.requireNonNull;

/**
 * Threads that keep no kernel from ending.
 *
 * <pre>{@code
 * DaemonThreads.of("example", () -> {}).isDaemon();   // "true"
 * }</pre>
 */
public final class DaemonThreads {

    private DaemonThreads() {}

    /** One that is not started yet, named {@code elm4j-sandbox-…}. */
    public static Thread of(String name, Runnable work) {
        var thread = new Thread(requireNonNull(work, "work"), "elm4j-sandbox-" + requireNonNull(name, "name"));
        thread.setDaemon(true);
        return thread;
    }
}

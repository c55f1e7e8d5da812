package dev.elm4j.kernel;

import dev.elm4j.plot.Bundle;
import dev.elm4j.plot.Escape;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * The notebook that this process serves, if it serves one: says sentences and keeps live displays in the output of the
 * running cell. Without a kernel all of it does nothing.
 *
 * <pre>{@code
 * Notebook.attach();
 * Notebook.say("The big model is not here; using the tiny one.");
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class Notebook {

    private static final Publisher PUBLISHER = Publisher.daemon();
    private static final List<Runnable> LAST_ACTS = new CopyOnWriteArrayList<>();
    private static volatile Bridge bridge;

    private Notebook() {}

    /**
     * Looks for a kernel in this process and registers the renderers with it. JJava does this by itself; on IJava the
     * classes that users name first call it when they are loaded. A second call does nothing.
     */
    public static void attach() {
        if (bridge == null) {
            attempt(JJavaBridge::find).or(() -> attempt(IJavaBridge::find)).ifPresent(Notebook::attach);
        }
    }

    static synchronized void attach(Bridge found) {
        if (bridge == null) { // kernels run all functions of a class that was registered twice
            found.register(Forms.types());
            bridge = found;
        }
    }

    /** A kernel's classes are there or not; only a try can tell. */
    private static Optional<Bridge> attempt(Callable<Optional<Bridge>> finder) {
        try {
            return finder.call();
        } catch (Exception | LinkageError absent) {
            return Optional.empty();
        }
    }

    /** Name and version of the kernel; empty if there is none. */
    public static Optional<String> kernel() {
        return Optional.ofNullable(bridge).map(Bridge::name);
    }

    /**
     * Shows a sentence in the output of the running cell.
     *
     * @param sentence plain text; its invisible characters are made visible
     */
    public static void say(String sentence) {
        show(Bundle.text(Escape.visible(sentence)));
    }

    /** Shows a value in the output of the running cell. */
    public static void show(Bundle bundle) {
        live(() -> bundle).close();
    }

    /**
     * A place in the output of the running cell that shows what {@code frames} gives. A thread that was interrupted has
     * no cell: the kernel has ended it, and may be running the next.
     *
     * @param frames asked on the publisher's thread: after {@link LiveDisplay#changed}, every two seconds from then on, and
     *     at the end
     */
    public static LiveDisplay live(Supplier<Bundle> frames) {
        boolean ended = Thread.currentThread().isInterrupted();
        Output output = Optional.ofNullable(bridge)
                .filter(kernel -> !ended)
                .flatMap(Bridge::running)
                .orElse(Output.NONE);
        return new LiveDisplay(output, frames, PUBLISHER);
    }

    /** Adds something to do when the kernel goes down, such as closing files. */
    public static void atShutDown(Runnable act) {
        LAST_ACTS.add(act);
    }

    static void shutDown() {
        LAST_ACTS.forEach(Runnable::run);
    }
}

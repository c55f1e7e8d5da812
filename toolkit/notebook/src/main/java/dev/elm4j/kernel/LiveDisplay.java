package dev.elm4j.kernel;

import dev.elm4j.plot.Bundle;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A place in a cell's output that follows something that changes: the first frame at once, then at most two frames a
 * second and at least one every two seconds, none that equals the one before, the last one always.
 *
 * <pre>{@code
 * try (LiveDisplay display = Notebook.live(() -> Bundle.text(counter + " done"))) {
 *     while (counter.incrementAndGet() < 1_000) {
 *         display.changed();   // costs nothing: frames are made on another thread
 *     }
 * }                            // waits for the last frame
 * }</pre>
 *
 * <p>It belongs to the cell in which it was made, also after that cell was interrupted. Its methods may be called on any
 * thread, interrupted or not.
 */
public final class LiveDisplay implements AutoCloseable {

    /** Time between two frames. */
    static final Duration INTERVAL = Duration.ofMillis(500);

    /** Time after which a frame is drawn though nobody has said that something changed: a clock in it goes on. */
    static final Duration TICK = Duration.ofSeconds(2);

    /** The most that one frame may weigh, in characters of its contents. */
    static final int LIMIT = 100_000;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Output output;
    private final Supplier<Bundle> frames;
    private final Publisher publisher;
    private final String id = UUID.randomUUID().toString();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicBoolean closed;
    private volatile long earliest;
    /** What is shown, and how many frames were asked for; both known to the publisher's thread alone. */
    private Bundle shown;

    private long frame;

    LiveDisplay(Output output, Supplier<Bundle> frames, Publisher publisher) {
        this.output = output;
        this.frames = frames;
        this.publisher = publisher;
        this.closed = new AtomicBoolean(output == Output.NONE); // nobody would see a frame
        this.earliest = publisher.now();
    }

    /** Says that there is something new to see. */
    public void changed() {
        if (!closed.get() && due.compareAndSet(false, true)) {
            publisher.after(Math.max(0, earliest - publisher.now()), this::frame);
        }
    }

    /** Shows a frame and waits until it is out, at most a few seconds: for a cell that may end before anything changes. */
    public void show() {
        if (!closed.get()) {
            awaited(this::frame);
        }
    }

    /** Shows the last frame and waits until it is out, at most a few seconds; does nothing the second time. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            awaited(this::publish);
        }
    }

    private void awaited(Runnable work) {
        var out = new CountDownLatch(1);
        publisher.after(0, () -> {
            try {
                work.run();
            } finally {
                out.countDown();
            }
        });
        await(out);
    }

    private static void await(CountDownLatch out) {
        try {
            out.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupt) { // the frame comes nevertheless
            Thread.currentThread().interrupt();
        }
    }

    private void frame() {
        earliest = publisher.now() + INTERVAL.toNanos(); // before a change that comes meanwhile asks for it
        due.set(false);
        if (!closed.get()) {
            long mine = ++frame;
            publisher.after(TICK.toNanos(), () -> tick(mine));
            publish();
        }
    }

    /** Draws again unless another frame came in the meantime, whose own tick follows. */
    private void tick(long last) {
        if (frame == last) {
            changed();
        }
    }

    private void publish() {
        try {
            Bundle next = light(frames.get());
            if (shown == null) {
                output.show(id, next);
            } else if (!next.equals(shown)) {
                output.update(id, next);
            }
            shown = next;
        } catch (RuntimeException
                | LinkageError lost) { // the kernel goes down, or a value cannot be drawn: the run goes on
            System.getLogger("dev.elm4j").log(System.Logger.Level.DEBUG, "A frame was lost.", lost);
        }
    }

    /** The richest forms are left out until the rest is light enough to be sent twice a second. */
    private static Bundle light(Bundle frame) {
        var contents = new LinkedHashMap<>(frame.contents());
        for (String type : frame.types()) {
            if (weight(contents.values()) > LIMIT && !type.equals(Bundle.TEXT)) {
                contents.remove(type);
            }
        }
        return contents.size() == frame.contents().size() ? frame : new Bundle(contents);
    }

    private static int weight(Collection<Object> contents) {
        return contents.stream()
                .mapToInt(content -> String.valueOf(content).length())
                .sum();
    }
}

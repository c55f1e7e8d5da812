package dev.elm4j.kernel;

import java.util.ArrayDeque;
import java.util.Queue;

/** A publisher whose clock and thread are the test's. */
final class HandPublisher implements Publisher {

    private record Work(long due, Runnable task) {}

    private final Queue<Work> queue = new ArrayDeque<>();
    private long now;

    @Override
    public void after(long nanos, Runnable work) {
        if (nanos == 0) {
            work.run();
        } else {
            queue.add(new Work(now + nanos, work));
        }
    }

    @Override
    public long now() {
        return now;
    }

    boolean isIdle() {
        return queue.isEmpty();
    }

    /** Lets time pass and does what becomes due. */
    void pass(long millis) {
        now += millis * 1_000_000;
        for (int waiting = queue.size(); waiting > 0; waiting--) {
            Work next = queue.remove();
            if (next.due() <= now) {
                next.task().run();
            } else {
                queue.add(next);
            }
        }
    }
}

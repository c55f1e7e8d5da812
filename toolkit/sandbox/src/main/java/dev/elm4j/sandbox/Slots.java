package dev.elm4j.sandbox;

import dev.elm4j.sandbox.host.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Gives slots to requests: ready ones first, and the waiting in the order they came. Thread safe. */
final class Slots {

    private final List<Slot> all;
    private final List<Slot> free;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private boolean closed;

    Slots(List<Slot> all) {
        this.all = List.copyOf(all);
        this.free = new ArrayList<>(all);
    }

    /** Gives the first slot its worker, and starts those of the others in the background. */
    void start(Worker first) {
        all.get(0).adopt(first);
        all.subList(1, all.size()).forEach(Slot::renew);
    }

    /**
     * Waits for a free slot.
     *
     * @throws IllegalStateException if closed, also while waiting
     */
    Slot acquire() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && free.isEmpty()) {
                changed.await();
            }
            checkOpen();
            Slot slot = free.stream().filter(Slot::isReady).findFirst().orElse(free.get(0));
            free.remove(slot);
            return slot;
        } finally {
            lock.unlock();
        }
    }

    void release(Slot slot) {
        lock.lock();
        try {
            free.add(slot);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** @throws IllegalStateException if closed */
    void checkOpen() {
        if (isClosed()) {
            throw closed();
        }
    }

    /** What is thrown by all that needs an open sandbox. */
    static IllegalStateException closed() {
        return new IllegalStateException("the sandbox is closed; open another one");
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Ends all workers; false if that was done before. */
    boolean close() {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        all.parallelStream().forEach(Slot::close);
        return true;
    }
}

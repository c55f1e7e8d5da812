package dev.elm4j.benchmarks;

import java.util.BitSet;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Simulated time for the workers of a real run whose batches hold one candidate each: a worker {@link #sleep sleeps}, and the
 * clock jumps to the next wake-up once nobody can do anything else.
 *
 * <p>Nobody can, when as many sleep as may be at work: of the batches within the window of the first unfinished one, those
 * not finished, but no more than there are slots. That counts evaluations alone; how soon the loop commits, or a thread
 * comes back, changes nothing. A run that leaves slots idle that it might use would wait for ever: after
 * {@value #PATIENCE} seconds of real time without a change the sleepers are told to stop, and {@link #stalled} says so.
 *
 * <p>Safe for use by several threads.
 */
final class VirtualSlots {

    private static final long PATIENCE = 20;

    private record Sleeper(long number, long until) {}

    private final int slots;
    private final int window;
    private final long goal;
    private final PriorityQueue<Sleeper> sleepers =
            new PriorityQueue<>(java.util.Comparator.comparingLong(Sleeper::until));
    private final BitSet finished = new BitSet();
    private long now;
    private long slept;
    private long changed = System.nanoTime();
    private boolean stalled;

    /**
     * @param slots threads of the run
     * @param window batches from the first uncommitted one that may be begun
     * @param goal batches of the whole run
     */
    VirtualSlots(int slots, int window, long goal) {
        this.slots = slots;
        this.window = window;
        this.goal = goal;
    }

    /**
     * The work of a batch.
     *
     * @param number of the batch, from 0
     * @param seconds of simulated time, at least 1
     * @throws CancellationException if the run is interrupted, or has stalled
     */
    synchronized void sleep(int number, long seconds) {
        long until = now + seconds;
        sleepers.add(new Sleeper(number, until));
        slept += seconds;
        changed = System.nanoTime();
        advance();
        while (now < until) {
            awaitChange();
        }
    }

    private void awaitChange() {
        try {
            TimeUnit.SECONDS.timedWait(this, PATIENCE);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted.");
        }
        if (System.nanoTime() - changed > TimeUnit.SECONDS.toNanos(PATIENCE)) {
            stalled = true;
        }
        if (stalled) {
            notifyAll();
            throw new CancellationException("Slots stay idle that the window allows to use.");
        }
    }

    /** Moves the clock as long as all that may be at work sleep. */
    private void advance() {
        while (!sleepers.isEmpty() && sleepers.size() == atWork()) {
            now = sleepers.peek().until();
            while (!sleepers.isEmpty() && sleepers.peek().until() == now) {
                finished.set((int) sleepers.remove().number());
            }
            notifyAll();
        }
    }

    private long atWork() {
        long reach = Math.min((long) finished.nextClearBit(0) + window, goal);
        return Math.min(slots, reach - finished.cardinality());
    }

    /** The simulated seconds since the beginning. */
    synchronized long now() {
        return now;
    }

    /** The share of all slots' time that was slept, in [0, 1]. */
    synchronized double busy() {
        return (double) slept / (slots * now);
    }

    /** Whether the run left slots idle that it might have used; its figures then mean nothing. */
    synchronized boolean stalled() {
        return stalled;
    }
}

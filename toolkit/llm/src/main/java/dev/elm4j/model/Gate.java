package dev.elm4j.model;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Lets requests through as a rate limit allows, first come, first served. Safe to share between threads. */
final class Gate {

    private static final long LOOK_MILLIS = 50;

    private final boolean isOpen;
    private final Waiting waiting;
    private final Semaphore room;
    private final Meter requests;
    private final Meter tokens;

    Gate(RateLimit limits, Waiting waiting) {
        this.isOpen = limits.equals(RateLimit.none());
        this.waiting = waiting;
        this.room = new Semaphore(limits.inFlight(), true);
        this.requests = new Meter(limits.requestsPerMinute());
        this.tokens = new Meter(limits.tokensPerMinute());
    }

    /** A request that wants to go through. */
    interface Request<A> extends Supplier<A> {}

    /**
     * Waits for its turn and makes the request.
     *
     * @param estimate of its tokens
     * @param used what an answer really took
     * @throws NotSent if it was cancelled or interrupted before it was made
     */
    <A> A pass(long estimate, BooleanSupplier cancelled, Request<A> request, ToLongFunction<A> used) {
        if (isOpen) {
            return request.get();
        }
        enter(cancelled);
        try {
            await(turn(estimate), cancelled);
            A answer = request.get();
            correct(used.applyAsLong(answer) - estimate);
            return answer;
        } finally {
            room.release();
        }
    }

    private synchronized long turn(long estimate) {
        long now = waiting.nanos();
        long start = Math.max(requests.earliest(now), tokens.earliest(now));
        requests.start(start, 1);
        tokens.start(start, estimate);
        return start - now;
    }

    private synchronized void correct(long more) {
        tokens.correct(more);
    }

    private void await(long nanos, BooleanSupplier cancelled) {
        try {
            waiting.pause(nanos, cancelled);
        } catch (CancellationException stop) {
            throw new NotSent(stop.getMessage());
        }
    }

    private void enter(BooleanSupplier cancelled) {
        try {
            while (!room.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                Stops.check(cancelled);
            }
        } catch (CancellationException stop) {
            throw new NotSent(stop.getMessage());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new NotSent("The run was interrupted.");
        }
    }
}

package dev.elm4j.search;

import dev.elm4j.environment.BudgetExhausted;
import dev.elm4j.environment.Pricing;
import dev.elm4j.environment.Usage;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The money of a run. Whatever is settled and reserved together never passes a cap.
 *
 * <p>Batches at work together share what is left, and yet a run should end with the same candidate at any number of threads.
 * So a batch leaves alone what the open ones before it may still need, by the most that any batch has needed so far, and waits
 * instead; only the first may take the last. Until a whole batch is done, one is taken to need a multiple of what was seen. If
 * a batch needs more than any before, a run with several threads may end sooner than one with one.
 */
final class Wallet {

    /** How often a waiting thread looks whether it was cancelled. */
    private static final long LOOK_MILLIS = 50;

    /** Calls that a candidate may need, as long as no batch has shown how many it does need. */
    private static final int CALLS_PER_CANDIDATE = 8;

    /** The order of the batches; what was opened under one number is in the order of opening. */
    private record Place(long batch, long sequence) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byBatch = Long.compare(batch, other.batch);
            return byBatch != 0 ? byBatch : Long.compare(sequence, other.sequence);
        }
    }

    private final Caps caps;
    private final Pricing pricing;
    private final Tape tape;
    private final int unseen;
    private final TreeMap<Place, Purse> open = new TreeMap<>();
    /** Those that wait: what they hold comes back to nobody before they go on. */
    private final Set<Purse> waiting = new HashSet<>();

    private long opened;
    private Usage settled = Usage.NONE;
    private Usage reserved = Usage.NONE;
    private Usage most = Usage.NONE;
    private boolean learned;
    private boolean exhausted;

    /** @param batch candidates of a batch */
    Wallet(Budget budget, Pricing pricing, Tape tape, int batch) {
        this.caps = new Caps(budget);
        this.pricing = pricing;
        this.tape = tape;
        this.unseen = Math.multiplyExact(CALLS_PER_CANDIDATE, batch);
    }

    Caps caps() {
        return caps;
    }

    Pricing pricing() {
        return pricing;
    }

    Tape tape() {
        return tape;
    }

    /** Counts what earlier sessions used. */
    synchronized void add(Usage usage) {
        settled = settled.plus(usage);
    }

    /** What was used. */
    synchronized Usage settled() {
        return settled;
    }

    /** What is reserved now. */
    synchronized Usage reserved() {
        return reserved;
    }

    /** Forgets that somebody was refused: what comes next may need less. */
    synchronized void renew() {
        exhausted = false;
    }

    /** The purse of a batch; lower numbers come first, and must be worked on first: others may wait for them. */
    synchronized Purse open(long batch) {
        var purse = new Purse(this);
        open.put(new Place(batch, opened++), purse);
        return purse;
    }

    /** A purse needs nothing any more. */
    synchronized void close(Purse purse) {
        open.values().remove(purse);
        notifyAll();
    }

    /** A purse has paid for a usual batch as a whole: by now the most is known. */
    synchronized void learn() {
        learned = true;
    }

    /** Takes note of what a purse needs. */
    synchronized void see(Usage needed) {
        most = Caps.most(most, needed);
    }

    /** Waits until this is free, and takes it. */
    synchronized void reserve(Purse purse, Usage worst, BooleanSupplier cancelled) {
        see(purse.needed().plus(worst));
        waiting.add(purse);
        notifyAll(); // the first may wait for what this one holds
        try {
            while (!isFree(purse, worst, cancelled)) {
                look();
            }
            reserved = reserved.plus(worst);
        } finally {
            waiting.remove(purse);
        }
    }

    private boolean isFree(Purse purse, Usage worst, BooleanSupplier cancelled) {
        requireGoingOn(cancelled); // first: who is stopped must not declare for others that nothing is left
        if (exhausted) {
            throw refused(worst);
        }
        if (caps.hold(settled.plus(reserved).plus(worst).plus(owed(purse)))) {
            return true;
        }
        if (isFirst(purse) && nobodyGivesBack()) {
            exhausted = true;
            notifyAll();
            throw refused(worst);
        }
        return false;
    }

    /** Refuses, for all that come later, if this is the run's own budget; see {@link Reply.Stopped}. */
    synchronized void requireOther(Purse purse, Budget refused, BooleanSupplier cancelled) {
        if (!new Reply.Stopped(caps.budget()).budget().equals(refused)) {
            return;
        }
        waiting.add(purse);
        try {
            while (!isFirst(purse) && !exhausted) { // the batches before have their answers
                requireGoingOn(cancelled);
                look();
            }
        } finally {
            waiting.remove(purse);
        }
        exhausted = true;
        notifyAll();
        throw new BudgetExhausted("The run that is replayed ended here, at the same budget.");
    }

    /** Waits until each earlier purse is closed or beyond the run that is replayed; then this one is, too. */
    synchronized void awaitEarlier(Purse purse, BooleanSupplier cancelled) {
        waiting.add(purse);
        try {
            while (!open.values().stream()
                    .takeWhile(earlier -> earlier != purse)
                    .allMatch(Purse::isBeyond)) {
                requireGoingOn(cancelled);
                look();
            }
            purse.goBeyond();
            notifyAll();
        } finally {
            waiting.remove(purse);
        }
    }

    /** Takes back what was reserved, and counts what was used. */
    synchronized void settle(Usage worst, Usage used) {
        reserved = reserved.minus(worst);
        settled = settled.plus(used);
        notifyAll();
    }

    private boolean isFirst(Purse purse) {
        return open.isEmpty() || open.firstEntry().getValue() == purse;
    }

    private boolean nobodyGivesBack() {
        return waiting.stream().map(Purse::held).reduce(Usage.NONE, Usage::plus).equals(reserved);
    }

    /** What the batches before this one may still need. */
    private Usage owed(Purse purse) {
        Usage expected = learned ? most : Caps.times(most, unseen);
        Usage owed = Usage.NONE;
        for (Purse earlier : open.values()) {
            if (earlier == purse) {
                break;
            }
            owed = owed.plus(Caps.most(Usage.NONE, expected.minus(earlier.needed())));
        }
        return owed;
    }

    private void look() {
        try {
            wait(LOOK_MILLIS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The run was stopped.");
        }
    }

    private static void requireGoingOn(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The run was stopped.");
        }
    }

    private BudgetExhausted refused(Usage worst) {
        return new BudgetExhausted(caps.refusal(settled.plus(reserved), worst));
    }
}

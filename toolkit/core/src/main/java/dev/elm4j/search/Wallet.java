package dev.elm4j.search;

import dev.elm4j.environment.BudgetExhausted;
import dev.elm4j.environment.Pricing;
import dev.elm4j.environment.Usage;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The money of a run. Whatever is settled and reserved together never passes a cap.
 *
 * <p>Batches at work together share what is left, and yet a run should end with the same candidate at any number of threads.
 * So a batch leaves alone what the open ones before it may still need, by the most that any batch has needed so far, and waits
 * instead; only the first may take the last. If a batch needs more than any before, a run with several threads may end
 * sooner than one with one.
 */
final class Wallet {

    /** How often a waiting thread looks whether it was cancelled. */
    private static final long LOOK_MILLIS = 50;

    private final Caps caps;
    private final Pricing pricing;
    private final Tape tape;
    private final TreeMap<Long, Purse> open = new TreeMap<>();
    private Usage settled = Usage.NONE;
    private Usage reserved = Usage.NONE;
    private Usage most = Usage.NONE;
    private boolean exhausted;

    Wallet(Budget budget, Pricing pricing, Tape tape) {
        this.caps = new Caps(budget);
        this.pricing = pricing;
        this.tape = tape;
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

    /** Forgets that somebody was refused: what comes next may need less. */
    synchronized void renew() {
        exhausted = false;
    }

    /** The purse of a batch; lower numbers are opened first. */
    synchronized Purse open(long batch) {
        var purse = new Purse(this);
        open.put(batch, purse);
        return purse;
    }

    synchronized void close(Purse purse) {
        open.values().remove(purse);
        notifyAll();
    }

    /** Waits until this is free, and takes it. */
    synchronized void reserve(Purse purse, Usage worst, BooleanSupplier cancelled) {
        most = Caps.most(most, purse.needed().plus(worst));
        while (true) {
            if (exhausted) {
                throw refused(worst);
            }
            if (caps.hold(settled.plus(reserved).plus(worst).plus(owed(purse)))) {
                reserved = reserved.plus(worst);
                return;
            }
            if (isFirst(purse) && reserved.equals(purse.held())) { // nobody will give anything back
                exhausted = true;
                notifyAll();
                throw refused(worst);
            }
            look(cancelled);
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

    /** What the batches before this one may still need. */
    private Usage owed(Purse purse) {
        Usage owed = Usage.NONE;
        for (Purse earlier : open.values()) {
            if (earlier == purse) {
                break;
            }
            owed = owed.plus(Caps.most(Usage.NONE, most.minus(earlier.needed())));
        }
        return owed;
    }

    private void look(BooleanSupplier cancelled) {
        try {
            wait(LOOK_MILLIS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The run was stopped.");
        }
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The run was stopped.");
        }
    }

    private BudgetExhausted refused(Usage worst) {
        return new BudgetExhausted(caps.refusal(settled.plus(reserved), worst));
    }
}

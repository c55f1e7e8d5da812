package dev.elm4j.search;

import dev.elm4j.environment.BudgetExhausted;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.environment.Tokens;
import dev.elm4j.environment.Usage;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What one batch holds of the run's money. Used by the thread that works on the batch; the wallet reads it. */
final class Purse implements AutoCloseable {

    /** Where a request has no limit of its own; a sum of many of them is still a number. */
    private static final long BOUNDLESS = 1L << 50;

    private final Wallet wallet;
    private Usage held = Usage.NONE;
    private Usage used = Usage.NONE;
    private boolean closed;
    private boolean beyond;
    private RuntimeException end;

    Purse(Wallet wallet) {
        this.wallet = wallet;
    }

    Tape tape() {
        return wallet.tape();
    }

    /** Reserved now. */
    Usage held() {
        synchronized (wallet) {
            return held;
        }
    }

    /** Used and reserved, what was paid in an earlier session included. */
    Usage needed() {
        synchronized (wallet) {
            return held.plus(used);
        }
    }

    /**
     * Reserves the worst case of some requests at once.
     *
     * @return number of the attempt on the tape
     */
    long reserve(Usage worst, BooleanSupplier cancelled) {
        hold(worst, cancelled);
        try {
            return tape().begin(worst);
        } catch (RuntimeException unwritable) { // then the attempt is not made
            release(worst, Usage.NONE);
            throw ending(unwritable);
        }
    }

    /** What an attempt took; the rest of what was reserved for it is free again. */
    void settle(long attempt, Usage worst, Usage spent) {
        release(worst, spent);
        taped(() -> tape().settle(attempt, spent));
    }

    /** Counts a call of another run, if there is room. */
    void repeat(Usage spent, BooleanSupplier cancelled) {
        hold(spent, cancelled);
        release(spent, spent);
    }

    /** Counts what an earlier session paid: the wallet has it, but this batch needs that much. */
    void paid(Usage earlier) {
        synchronized (wallet) {
            used = used.plus(earlier);
            wallet.see(needed());
        }
    }

    /** Throws if this could not be reserved. */
    void requireRoom(Usage worst, BooleanSupplier cancelled) {
        hold(worst, cancelled);
        release(worst, Usage.NONE);
    }

    /** Throws if the run that is replayed was refused at this budget, because this run has the same. */
    void requireOther(Budget refused, BooleanSupplier cancelled) {
        try {
            wallet.requireOther(this, refused, cancelled);
        } catch (BudgetExhausted spent) {
            throw ending(spent);
        }
    }

    /**
     * Before a model is asked for what the run that is replayed has not: waits until the batches before either do the same or
     * are done, because that run may have ended in one of them.
     */
    void awaitEarlier(BooleanSupplier cancelled) {
        if (tape().isReplaying()) {
            wallet.awaitEarlier(this, cancelled);
        }
    }

    /** Whether it asks for what the run that is replayed has not. */
    boolean isBeyond() {
        return beyond;
    }

    /** Under the wallet's lock. */
    void goBeyond() {
        beyond = true;
    }

    private void hold(Usage worst, BooleanSupplier cancelled) {
        synchronized (wallet) {
            try {
                wallet.reserve(this, worst, cancelled);
            } catch (BudgetExhausted | CancellationException end) {
                throw ending(end);
            }
            held = held.plus(worst);
        }
    }

    private void release(Usage worst, Usage spent) {
        synchronized (wallet) {
            if (closed) {
                return; // it counts in full already
            }
            held = held.minus(worst);
            used = used.plus(spent);
            wallet.settle(worst, spent);
        }
    }

    /** Uses the tape; what fails there is the end of the run. */
    void taped(Runnable step) {
        taped(() -> {
            step.run();
            return null;
        });
    }

    /** Uses the tape; what fails there is the end of the run. */
    <T> T taped(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException fault) {
            throw ending(fault);
        }
    }

    /** Remembers what ends the run, whatever an operator makes of the exception. Used by the thread that works on the batch. */
    <E extends RuntimeException> E ending(E why) {
        end = end == null ? why : end;
        return why;
    }

    /** The budget of the run. */
    Budget budget() {
        return wallet.caps().budget();
    }

    /** Whether something has ended the run. */
    boolean isEnding() {
        return end != null;
    }

    /** Whether it was the budget. */
    boolean isSpent() {
        return end instanceof BudgetExhausted;
    }

    /** Throws what ends the run, if anything has; no result of this batch counts then. */
    void requireGoingOn() {
        if (end != null) {
            throw end;
        }
    }

    /** The worst case of one attempt by the prices, as far as a cap cares. */
    Usage worst(Object model, Tokens tokens) {
        boolean endless = tokens.output() >= BOUNDLESS || tokens.input() >= BOUNDLESS;
        if (!endless) {
            return priced(model, tokens);
        }
        if (wallet.caps().hasTokens() || wallet.caps().hasUsd() && price(model, Tokens.of(1_000_000, 1_000_000)) > 0) {
            throw ending(
                    new BudgetExhausted(
                            "The next request has no limit of its output tokens, so that no budget of tokens or US dollars can hold its worst case. Give the operator or the model a limit: maxOutputTokens."));
        }
        return new Usage(1, tokens.input() >= BOUNDLESS ? 0 : tokens.input(), 0);
    }

    /** One call of so many tokens with its price. */
    Usage priced(Object model, Tokens tokens) {
        return new Usage(1, tokens.input(), tokens.output(), price(model, tokens), tokens.isEstimate() ? 1 : 0);
    }

    private long price(Object model, Tokens tokens) {
        OptionalLong price = wallet.pricing().nanoUsd(model, tokens);
        if (price.isEmpty() && wallet.caps().hasUsd()) {
            throw new ModelUnavailable(
                    "The budget is in US dollars, but the price of the model %s is not known. Add it to the search's prices: .prices(Prices.usual().with(name, price)), or leave the cap in US dollars out."
                            .formatted(model));
        }
        return price.orElse(0);
    }

    /** The batch, a usual one, is done: others may be taken to need as much. */
    void done() {
        wallet.learn();
    }

    /** Others need not wait for this one any more; whoever works with it still closes it. */
    void drop() {
        wallet.close(this);
    }

    /** Ends it. What is still reserved then, by an attempt that nobody closed, counts in full. */
    @Override
    public void close() {
        synchronized (wallet) {
            if (!closed) {
                release(held, held);
                closed = true;
            }
            wallet.close(this);
        }
    }
}

package dev.elm4j.search;

import dev.elm4j.environment.BudgetExhausted;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.environment.Tokens;
import dev.elm4j.environment.Usage;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** What one batch holds of the run's money. Used by the thread that works on the batch; the wallet reads it. */
final class Purse implements AutoCloseable {

    /** Where a request has no limit of its own; a sum of many of them is still a number. */
    private static final long BOUNDLESS = 1L << 50;

    private final Wallet wallet;
    private Usage held = Usage.NONE;
    private Usage used = Usage.NONE;

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

    /** Used and reserved. */
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
        synchronized (wallet) {
            wallet.reserve(this, worst, cancelled);
            held = held.plus(worst);
        }
        return wallet.tape().begin(worst);
    }

    /** Throws if this could not be reserved. */
    void requireRoom(Usage worst, BooleanSupplier cancelled) {
        wallet.reserve(this, worst, cancelled);
        wallet.settle(worst, Usage.NONE);
    }

    void settle(long attempt, Usage worst, Usage spent) {
        synchronized (wallet) {
            wallet.settle(worst, spent);
            held = held.minus(worst);
            used = used.plus(spent);
        }
        wallet.tape().settle(attempt, spent);
    }

    /** The worst case of one attempt by the prices, as far as a cap cares. */
    Usage worst(Object model, Tokens tokens) {
        boolean endless = tokens.output() >= BOUNDLESS || tokens.input() >= BOUNDLESS;
        if (!endless) {
            return priced(model, tokens);
        }
        var finite = Tokens.of(Math.min(tokens.input(), BOUNDLESS), Math.min(tokens.output(), BOUNDLESS));
        if (wallet.caps().hasTokens() || wallet.caps().hasUsd() && price(model, Tokens.of(1_000_000, 1_000_000)) > 0) {
            throw new BudgetExhausted(
                    "The next request has no limit of its output tokens, so that no budget of tokens or US dollars can hold its worst case. Give the operator or the model a limit: maxOutputTokens.");
        }
        return new Usage(1, finite.input() >= BOUNDLESS ? 0 : finite.input(), 0);
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

    @Override
    public void close() {
        wallet.close(this);
    }
}

package dev.elm4j.search;

import dev.elm4j.environment.Attempt;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.Tokens;
import dev.elm4j.environment.Usage;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Pays from a purse for the attempts at some requests, and knows what each request took. Used by one thread. */
final class Till implements Attempts {

    private final Purse purse;
    private final Object model;
    private final List<Tokens> worst;
    private final BooleanSupplier cancelled;
    private final Usage[] used;

    /** @param worst case of one attempt at each request */
    Till(Purse purse, Object model, List<Tokens> worst, BooleanSupplier cancelled) {
        this.purse = purse;
        this.model = model;
        this.worst = worst;
        this.cancelled = cancelled;
        this.used = new Usage[worst.size()];
        Arrays.fill(used, Usage.NONE);
    }

    /** What all attempts at a request took so far. */
    Usage used(int request) {
        return used[request];
    }

    @Override
    public boolean cancelled() {
        return cancelled.getAsBoolean();
    }

    @Override
    public Attempt begin(int from, int to) {
        return new Reserved(from, to);
    }

    private final class Reserved implements Attempt {

        private final int from;
        private final Usage[] open;
        private final Usage sum;
        private final long number;
        private Usage spent = Usage.NONE;
        private boolean closed;

        Reserved(int from, int to) {
            this.from = from;
            this.open = new Usage[to - from];
            Usage all = Usage.NONE;
            for (int i = 0; i < open.length; i++) {
                open[i] = purse.worst(model, worst.get(from + i));
                all = all.plus(open[i]);
            }
            this.sum = all;
            this.number = purse.reserve(sum, cancelled);
        }

        @Override
        public void settle(int request, Tokens tokens) {
            count(request - from, purse.priced(model, tokens));
        }

        private void count(int at, Usage usage) {
            if (at < 0 || at >= open.length) {
                throw new IllegalArgumentException("This attempt is at the requests from %d up to %d, but not at %d."
                        .formatted(from, from + open.length - 1, at + from));
            }
            if (open[at] == null) {
                throw new IllegalStateException(
                        "Request %d of this attempt is settled already. Settle it once.".formatted(at + from));
            }
            open[at] = null;
            used[at + from] = used[at + from].plus(usage);
            spent = spent.plus(usage);
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            for (int i = 0; i < open.length; i++) {
                if (open[i] != null) {
                    count(i, open[i]);
                }
            }
            purse.settle(number, sum, spent);
        }
    }
}

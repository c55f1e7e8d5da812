package dev.elm4j.model;

import dev.elm4j.environment.Attempt;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Keeps what every attempt was settled for; one that was closed without is {@code null}. Used by one thread. */
final class CountedAttempts implements Attempts {

    private final List<Tokens> settled = new ArrayList<>();
    private int open;
    boolean cancelled;

    /** In the order in which they ended. */
    List<Tokens> settled() {
        return settled;
    }

    /** Begun and not closed. */
    int open() {
        return open;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public Attempt begin(int from, int to) {
        open++;
        return new Attempt() {

            private Tokens took;

            @Override
            public void settle(int request, Tokens tokens) {
                took = tokens;
            }

            @Override
            public void close() {
                open--;
                settled.add(took);
            }
        };
    }
}

package dev.elm4j.model;

import java.util.Optional;

/**
 * A model that knows what it costs; one in this process or on the user's own machine is free.
 *
 * <pre>{@code
 * Priced own = () -> Optional.of(Price.FREE);
 * Prices.usual().nanoUsd(own, Tokens.of(1_000_000, 0));   // OptionalLong[0]
 * }</pre>
 */
@FunctionalInterface
public interface Priced {

    /** Its price, which goes before any table; empty if it does not know. */
    Optional<Price> price();
}

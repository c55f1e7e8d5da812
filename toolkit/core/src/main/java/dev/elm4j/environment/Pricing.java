package dev.elm4j.environment;

import java.util.OptionalLong;

/**
 * What a model's work costs; the port to a table of prices.
 *
 * <pre>{@code
 * Pricing tenDollarsPerMillion = (model, tokens) -> OptionalLong.of(10_000 * (tokens.input() + tokens.output()));
 * tenDollarsPerMillion.nanoUsd("any", Tokens.of(1_000_000, 0));   // OptionalLong[10000000000]
 * }</pre>
 *
 * <p>Implementations answer alike every time, and may be asked from several threads at once. More tokens never cost less.
 */
@FunctionalInterface
public interface Pricing {

    /** Knows no price. */
    Pricing UNKNOWN = (model, tokens) -> OptionalLong.empty();

    /**
     * The price of some work.
     *
     * @param model that does it
     * @param tokens how much
     * @return billionths of a US dollar, rounded up, at least 0; empty if this model's price is not known
     */
    OptionalLong nanoUsd(Object model, Tokens tokens);
}

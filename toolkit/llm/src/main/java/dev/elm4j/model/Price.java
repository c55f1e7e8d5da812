package dev.elm4j.model;

import dev.elm4j.environment.Tokens;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What a model's work costs, in US dollars per million tokens.
 *
 * <pre>{@code
 * var price = Price.of(0.15, 0.60).cached(0.075);
 * price.nanoUsd(Tokens.of(1_000_000, 1_000_000));   // 750000000: 75 cents
 * price.nanoUsd(Tokens.of(1, 0));                   // 150
 * }</pre>
 *
 * <p>Sums are exact: prices are whole millionths of a dollar per million tokens, and only the sum is rounded, up.
 *
 * @param input millionths of a US dollar per million tokens that the model reads
 * @param cached the same for those of them that the provider has in its cache; at most {@code input}
 * @param output the same for tokens that the model writes
 */
public record Price(long input, long cached, long output) {

    /** Costs nothing, such as a model on the user's own machine. */
    public static final Price FREE = new Price(0, 0, 0);

    private static final int DIGITS = 6;
    private static final long HIGHEST = 1_000_000L * 1_000_000;

    /** No sum is greater, so that sums of sums are numbers still: 36 million dollars. */
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(55);

    /** @throws IllegalArgumentException if a price is negative or over a million dollars, or cached tokens cost more */
    public Price {
        if (input < 0 || output < 0 || input > HIGHEST || output > HIGHEST) {
            throw new IllegalArgumentException(
                    "A price is between 0 and 1,000,000 US dollars per million tokens, but was %s in and %s out."
                            .formatted(usd(input), usd(output)));
        }
        if (cached < 0 || cached > input) {
            throw new IllegalArgumentException(
                    "Cached tokens cost at least 0 and at most as much as others, here %s US dollars per million, but were %s."
                            .formatted(usd(input), usd(cached)));
        }
    }

    /**
     * A price without a discount for cached tokens.
     *
     * @param input US dollars per million tokens read, with at most 6 digits after the point
     * @param output US dollars per million tokens written, alike
     */
    public static Price of(double input, double output) {
        return new Price(millionths("input", input), millionths("input", input), millionths("output", output));
    }

    /** A copy in which tokens from the provider's cache cost this, in US dollars per million. */
    public Price cached(double cached) {
        return new Price(input, millionths("cached", cached), output);
    }

    /** The price of this much work in billionths of a US dollar, rounded up; at least 0. */
    public long nanoUsd(Tokens tokens) {
        BigInteger thousandths = times(tokens.input() - tokens.cached(), input)
                .add(times(tokens.cached(), cached))
                .add(times(tokens.output(), output));
        BigInteger thousand = BigInteger.valueOf(1_000);
        BigInteger up = thousandths.add(BigInteger.valueOf(999)).divide(thousand);
        return up.min(MOST).longValueExact();
    }

    /** In US dollars per million tokens, such as {@code 0.15 in, 0.075 cached, 0.60 out}. */
    @Override
    public String toString() {
        return "%s in, %s cached, %s out".formatted(usd(input), usd(cached), usd(output));
    }

    /** Dollars with at least two digits after the point. */
    static String usd(long millionths) {
        BigDecimal plain = BigDecimal.valueOf(millionths, DIGITS).stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static BigInteger times(long tokens, long price) {
        return BigInteger.valueOf(tokens).multiply(BigInteger.valueOf(price));
    }

    private static long millionths(String name, double usd) {
        if (!(usd >= 0 && usd <= 1e6)) {
            throw new IllegalArgumentException(
                    "A price needs %s between 0 and 1,000,000 US dollars per million tokens, but was %s."
                            .formatted(name, usd));
        }
        try {
            return BigDecimal.valueOf(usd).movePointRight(DIGITS).longValueExact();
        } catch (ArithmeticException finer) {
            throw new IllegalArgumentException("A price needs %s with at most %d digits after the point, but was %s."
                    .formatted(name, DIGITS, usd));
        }
    }
}

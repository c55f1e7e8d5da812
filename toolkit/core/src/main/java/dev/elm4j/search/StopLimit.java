package dev.elm4j.search;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Ends a run when so much of something was used up. */
record StopLimit(Quantity quantity, double limit) implements StopRule {

    /** What a run uses up. */
    enum Quantity {
        CANDIDATES("candidates", "The limit of %s candidates is reached: %s are committed."),
        CALLS("calls", "The limit of %s model calls is reached: %s were made."),
        TOKENS("tokens", "The limit of %s tokens is reached: %s were read and written."),
        USD("usd", "The limit of %s US dollars is reached: %s were spent."),
        SECONDS("wallTime", "The limit of %s seconds is reached: %s have passed."),
        UNIMPROVED("noImprovement", "%s candidates without an improvement are enough; there were %s.");

        private final String rule;
        private final String sentence;

        Quantity(String rule, String sentence) {
            this.rule = rule;
            this.sentence = sentence;
        }

        private boolean isWhole() {
            return this != USD && this != SECONDS;
        }

        private String least() {
            return switch (this) {
                case USD -> "a finite number of US dollars greater than 0";
                case SECONDS -> "a finite number of seconds greater than 0";
                default -> "at least 1";
            };
        }

        private double used(Progress progress, Duration elapsed) {
            return switch (this) {
                case CANDIDATES -> progress.candidates();
                case CALLS -> progress.usage().calls();
                case TOKENS -> progress.usage().tokens();
                case USD -> progress.usage().usd();
                case SECONDS -> elapsed.toNanos() / 1e9;
                case UNIMPROVED -> progress.unimproved();
            };
        }

        private String text(double amount) {
            return String.format(Locale.ROOT, isWhole() ? "%,.0f" : this == USD ? "%,.4f" : "%,.1f", amount);
        }
    }

    StopLimit {
        boolean right = quantity.isWhole() ? limit >= 1 : limit > 0 && limit < Double.POSITIVE_INFINITY;
        if (!right) {
            throw new IllegalArgumentException("StopRule.%s needs %s, but got %s. Leave the rule out for no limit."
                    .formatted(quantity.rule, quantity.least(), limit));
        }
    }

    @Override
    public Optional<String> reason(Progress progress, Duration elapsed) {
        double used = quantity.used(progress, elapsed);
        return used >= limit
                ? Optional.of(quantity.sentence.formatted(quantity.text(limit), quantity.text(used)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "%s(%s)".formatted(quantity.rule, quantity.text(limit));
    }
}

package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a number of candidates will probably cost, before they are paid for.
 *
 * <pre>{@code
 * Estimate.of(search, 200);      // calls, tokens, US dollars and time, each with a range
 * }</pre>
 *
 * <p>A run that has committed candidates which asked a model is the best guide: then the ranges hold the outcome in about 95
 * of 100 cases, if the rest of the run is like its beginning. Before that, the prompts alone are looked at (the operators
 * write theirs for the seeds, and the environment its first one); no model is asked, the lower bound is what the operators'
 * prompts take (what fails is not judged), and the upper bound the worst case of each call that was seen.
 *
 * @param name of the search
 * @param candidates that it is about
 * @param calls of models
 * @param tokens read and written
 * @param usd price in US dollars; 0 where no price is known
 * @param time at the pace of this session's runs; empty if there was none
 * @param basis on what it rests, as a sentence
 */
public record Estimate(
        String name, long candidates, Range calls, Range tokens, Range usd, Optional<Duration> time, String basis) {

    /**
     * A number that is not known exactly.
     *
     * @param low probably not less
     * @param expected the best guess; NaN if there is none
     * @param high probably not more
     */
    public record Range(double low, double expected, double high) {

        Range times(double factor) {
            return new Range(low * factor, expected * factor, high * factor);
        }
    }

    public Estimate {
        requireNonNull(name, "name");
        requireNonNull(time, "time");
    }

    /**
     * An estimate for so many more candidates of a search; it neither begins a run nor asks a model.
     *
     * @param candidates at least 1
     * @throws IllegalArgumentException if it is less
     */
    public static <S> Estimate of(Search<S> search, long candidates) {
        if (candidates < 1) {
            throw new IllegalArgumentException(
                    "An estimate needs at least 1 candidate, but was asked for %,d.".formatted(candidates));
        }
        if (search.isBegun()) {
            var spending = Spending.of(search.record());
            if (spending.calls() > 0) {
                return spending.estimate(search, candidates);
            }
        }
        return new Preview<>(search.setup()).estimate(candidates);
    }

    @Override
    public String toString() {
        return "Estimate for %,d candidates of '%s'%n".formatted(candidates, name)
                + line("calls", calls, "%,.0f")
                + line("tokens", tokens, "%,.0f")
                + line("US dollars", usd, "%,.4f")
                + "%-11s %s%n".formatted("time", time.map(Estimate::text).orElse("not known yet"))
                + basis;
    }

    private static String line(String word, Range range, String format) {
        String between = format + " to " + format;
        return Double.isNaN(range.expected())
                ? String.format(Locale.ROOT, "%-11s " + between + "%n", word, range.low(), range.high())
                : String.format(
                        Locale.ROOT,
                        "%-11s about " + format + " (" + between + ")%n",
                        word,
                        range.expected(),
                        range.low(),
                        range.high());
    }

    private static String text(Duration time) {
        return time.toSeconds() < 120
                ? "about %,d s".formatted(Math.max(1, time.toSeconds()))
                : "about %,d min".formatted(time.toMinutes());
    }
}

package dev.elm4j.search;

import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Backing;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one operator of a run has tried, reached and cost; a row of {@link OperatorCredits}.
 *
 * <pre>{@code
 * OperatorCredit row = OperatorCredits.of(search.record()).rows().get(0);
 * row.share();             // of its tries that became elites
 * row.tokensPerElite();    // what an elite costs
 * }</pre>
 *
 * @param operator its name; {@code seed} and {@code injection} for what nobody proposed
 * @param backing its model and prompt
 * @param tries candidates of it that are committed
 * @param failures of them, by kind
 * @param fresh of them, those that filled an empty cell
 * @param improved of them, those that were better than the elite of their cell
 * @param qdGain by how much they raised the QD score (offset 0): the objective in an empty cell, the improvement elsewhere
 * @param gainPerTry 95 % interval of the mean gain of a try
 * @param usage what proposing and evaluating them cost
 */
public record OperatorCredit(
        String operator,
        Backing backing,
        long tries,
        Map<String, Long> failures,
        long fresh,
        long improved,
        double qdGain,
        Interval gainPerTry,
        Usage usage) {

    public OperatorCredit {
        failures = Collections.unmodifiableMap(new TreeMap<>(failures));
    }

    /** Candidates that failed. */
    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Candidates that became elites, of an empty cell or by improving one. */
    public long elites() {
        return fresh + improved;
    }

    /** Share of the tries that became elites; NaN without tries. */
    public double share() {
        return (double) elites() / tries;
    }

    /** 95 % interval of {@link #share}. */
    public Interval shareInterval() {
        return Interval.wilson(elites(), tries);
    }

    /** Tokens read and written per elite; NaN without elites. */
    public double tokensPerElite() {
        return elites() == 0 ? Double.NaN : (double) usage.tokens() / elites();
    }

    /** US dollars per elite; NaN without elites. */
    public double usdPerElite() {
        return elites() == 0 ? Double.NaN : usage.usd() / elites();
    }
}

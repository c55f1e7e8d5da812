package dev.elm4j.search;

import dev.elm4j.environment.Usage;
import dev.elm4j.search.Estimate.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What the latest candidates of a run cost, one by one. */
record Spending(List<Usage> usage) {

    /** Later ones are the better guide, and reading them takes time. */
    private static final int LATEST = 1_000;

    private static final double Z = 1.96;

    /** Of the candidates that somebody proposed: seeds cost less. */
    static Spending of(RunRecord<?> record) {
        var usage = new ArrayList<Usage>();
        List<? extends Commit<?>> commits = record.commits();
        for (int i = commits.size() - 1; i >= 0 && usage.size() < LATEST; i--) {
            if (!commits.get(i).candidate().parents().isEmpty()) {
                usage.add(commits.get(i).usage());
            }
        }
        return new Spending(usage);
    }

    long calls() {
        return usage.stream().mapToLong(Usage::calls).sum();
    }

    Estimate estimate(Search<?> search, long candidates) {
        Optional<Duration> time =
                search.pace().map(one -> Duration.ofNanos((long) (one.toNanos() * (double) candidates)));
        return new Estimate(
                search.name(),
                candidates,
                range(candidates, Usage::calls),
                range(candidates, Usage::tokens),
                range(candidates, Usage::usd),
                time,
                "From the latest %,d candidates of the run.".formatted(usage.size()));
    }

    /** The sum of so many more draws; both their own spread and that of the mean count. */
    private Range range(long candidates, ToDoubleFunction<Usage> quantity) {
        double n = usage.size();
        double mean = usage.stream().mapToDouble(quantity).sum() / n;
        double squares = usage.stream()
                .mapToDouble(one -> quantity.applyAsDouble(one) - mean)
                .map(d -> d * d)
                .sum();
        double variance = n > 1 ? squares / (n - 1) : mean * mean;
        double half = Z * Math.sqrt(variance * candidates * (1 + candidates / n));
        return new Range(Math.max(0, candidates * mean - half), candidates * mean, candidates * mean + half);
    }
}

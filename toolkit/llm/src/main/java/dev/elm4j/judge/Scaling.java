package dev.elm4j.judge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A map of a judge's values onto another range that never turns their order round: straight lines between knots, constant
 * before the first and behind the last.
 *
 * <pre>{@code
 * Scaling.linear(0.2, 0.6, -1, 1).map(0.5);      // 0.5
 * Scaling.linear(0.2, 0.6, -1, 1).map(0.9);      // 1
 * Scaling.isotonic(List.of(0.1, 0.2, 0.3, 0.4), List.of(0.0, 1.0, 0.0, 1.0)).map(0.25);   // 0.5
 * }</pre>
 *
 * @param knots at least 1, by ascending value
 */
public record Scaling(List<Knot> knots) {

    /**
     * A value and what it becomes.
     *
     * <pre>{@code
     * new Scaling(List.of(new Scaling.Knot(0, 0), new Scaling.Knot(1, 10))).map(0.5);   // 5
     * }</pre>
     *
     * @param from value of the judge
     * @param to what it becomes
     */
    public record Knot(double from, double to) {

        /** @throws IllegalArgumentException if a number is not finite */
        public Knot {
            if (!Double.isFinite(from) || !Double.isFinite(to)) {
                throw new IllegalArgumentException(
                        "A knot needs finite numbers, but was %s to %s.".formatted(from, to));
            }
        }
    }

    /** @throws IllegalArgumentException if there is no knot, values do not ascend, or what they become descends */
    public Scaling {
        knots = List.copyOf(knots);
        boolean ascends = !knots.isEmpty();
        for (int i = 1; i < knots.size(); i++) {
            ascends &= knots.get(i - 1).from() < knots.get(i).from()
                    && knots.get(i - 1).to() <= knots.get(i).to();
        }
        if (!ascends) {
            throw new IllegalArgumentException(
                    "A scaling needs knots whose values ascend and become nothing less, but got %s.".formatted(knots));
        }
    }

    /**
     * One straight line, cut at its ends.
     *
     * @param fromLow value that becomes {@code low}, as everything below it
     * @param fromHigh value that becomes {@code high}, as everything above it; greater than {@code fromLow}
     */
    public static Scaling linear(double fromLow, double fromHigh, double low, double high) {
        return new Scaling(List.of(new Knot(fromLow, low), new Knot(fromHigh, high)));
    }

    /**
     * The never descending map that comes nearest to people's scores in the sum of squares: pool adjacent violators (Ayer
     * 1955, <a href="https://doi.org/10.1214/aoms/1177728423">doi</a>). Equal values are pooled first; between pools the map
     * is a straight line, so that it has no steps. Needs more examples than a line: some hundred.
     *
     * @param values of the judge, at least 1
     * @param scores of people, one per value
     */
    public static Scaling isotonic(List<Double> values, List<Double> scores) {
        if (values.isEmpty() || values.size() != scores.size()) {
            throw new IllegalArgumentException(
                    "A scaling needs as many values as scores, at least 1, but got %d and %d."
                            .formatted(values.size(), scores.size()));
        }
        var byValue = new TreeMap<Double, Pool>();
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i) + 0.0;
            byValue.merge(value, new Pool(value, value, scores.get(i), 1), Pool::with);
        }
        var pools = new ArrayDeque<Pool>();
        for (Pool pool : byValue.values()) {
            Pool rest = pool;
            while (!pools.isEmpty() && pools.getLast().score() >= rest.score()) {
                rest = pools.removeLast().with(rest);
            }
            pools.addLast(rest);
        }
        var knots = new ArrayList<Knot>();
        for (Pool pool : pools) {
            knots.add(new Knot(pool.first(), pool.score()));
            if (pool.last() > pool.first()) {
                knots.add(new Knot(pool.last(), pool.score()));
            }
        }
        return new Scaling(knots);
    }

    /** What a value becomes; NaN stays NaN. */
    public double map(double value) {
        if (Double.isNaN(value)) {
            return value;
        }
        Knot below = knots.get(0);
        for (Knot above : knots) {
            if (value <= above.from()) {
                double share = above.from() > below.from()
                        ? (Math.max(value, below.from()) - below.from()) / (above.from() - below.from())
                        : 0;
                return below.to() + share * (above.to() - below.to());
            }
            below = above;
        }
        return below.to();
    }

    /** How steep it is at a value: by so much a spread grows; 0 outside its knots. */
    double slope(double value) {
        for (int i = 1; i < knots.size(); i++) {
            Knot below = knots.get(i - 1);
            Knot above = knots.get(i);
            if (value >= below.from() && value <= above.from()) {
                return (above.to() - below.to()) / (above.from() - below.from());
            }
        }
        return 0;
    }

    /** All knots, as they are in a judge's identity. */
    @Override
    public String toString() {
        return knots.stream()
                .map(knot -> String.format(Locale.ROOT, "%s to %s", knot.from(), knot.to()))
                .collect(Collectors.joining(", "));
    }

    /** Neighbouring values that become one score. */
    private record Pool(double first, double last, double score, double count) {

        Pool with(Pool next) {
            double both = count + next.count;
            return new Pool(first, next.last, (score * count + next.score * next.count) / both, both);
        }
    }
}

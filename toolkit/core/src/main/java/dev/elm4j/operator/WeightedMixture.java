package dev.elm4j.operator;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** The mixture of {@link Mixture#weighted}. */
record WeightedMixture(List<Double> weights) implements Mixture {

    WeightedMixture {
        weights = List.copyOf(weights);
        double sum = weights.stream().mapToDouble(weight -> weight).sum();
        if (!(sum > 0 && Double.isFinite(sum)) || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException(
                    "A weighted mixture needs finite weights of at least 0, not all of them 0, but got %s."
                            .formatted(weights));
        }
    }

    @Override
    public String name() {
        return weights.stream().map(String::valueOf).collect(Collectors.joining(", ", "weighted(", ")"));
    }

    @Override
    public int choose(List<Credit> credits, SplittableRandom random) {
        if (credits.size() != weights.size()) {
            throw new IllegalArgumentException(
                    "The mixture has %d weights, but the search has %d operators. Give one weight per operator."
                            .formatted(weights.size(), credits.size()));
        }
        return Draws.roulette(weights.stream().mapToDouble(weight -> weight).toArray(), random);
    }
}

package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/** The strategy of {@link Strategy#randomSearch}. */
record RandomSearch() implements Strategy {

    @Override
    public String name() {
        return "random search";
    }

    @Override
    public <S> Optional<Operator<S>> operator(Environment<S> environment) {
        return Optional.of(new Sampler<>(environment
                .sampler()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Random search draws from the environment's sampler, but '%s' has none. Call .sampler(random -> ...), or use Strategy.independentSampling()."
                                .formatted(environment.name())))));
    }

    @Override
    public <S> Breeding<S> begin(Archive<S> archive, List<S> seeds) {
        return (operator, random) -> List.of();
    }

    /** Proposes what the environment's sampler draws; it needs no parents. */
    private record Sampler<S>(Function<SplittableRandom, S> draw) implements Operator<S> {

        @Override
        public String name() {
            return "random sample";
        }

        @Override
        public int parents() {
            return 0;
        }

        @Override
        public List<Proposal<S>> propose(List<Plan<S>> plans, Context context) {
            return plans.stream()
                    .map(plan -> Proposal.of(draw.apply(context.random(plan.index()))))
                    .toList();
        }
    }
}

package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import dev.elm4j.environment.Score;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Proposal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** The strategy of {@link Strategy#genetic}. */
record GeneticStrategy(int population, int tournament) implements Strategy {

    GeneticStrategy {
        if (population < 1) {
            throw new IllegalArgumentException(
                    "A genetic algorithm needs a population of at least 1, but was %d.".formatted(population));
        }
        if (tournament < 1) {
            throw new IllegalArgumentException(
                    "A tournament needs at least 1 contestant, but was %d. Use 1 for parents at random."
                            .formatted(tournament));
        }
    }

    @Override
    public String name() {
        return "genetic algorithm(%d, tournament %d)".formatted(population, tournament);
    }

    @Override
    public <S> Breeding<S> begin(Archive<S> archive, List<S> seeds) {
        return new Population<>(this, seeds);
    }

    /** The survivors, best first; among equals the older first. */
    private static final class Population<S> implements Breeding<S> {

        private final GeneticStrategy strategy;
        private final List<S> seeds;
        private final List<Parent<S>> survivors = new ArrayList<>();

        Population(GeneticStrategy strategy, List<S> seeds) {
            this.strategy = strategy;
            this.seeds = seeds;
        }

        @Override
        public List<Parent<S>> parents(Operator<S> operator, SplittableRandom random) {
            if (survivors.isEmpty()) {
                return Seeds.parents(seeds, operator.parents(), random);
            }
            var parents = new ArrayList<Parent<S>>();
            for (int i = 0; i < operator.parents(); i++) {
                int best = survivors.size();
                for (int contestant = 0; contestant < strategy.tournament(); contestant++) {
                    best = Math.min(best, random.nextInt(survivors.size()));
                }
                parents.add(survivors.get(best)); // they stand in order, so the least place is the best
            }
            return parents;
        }

        /** The population is put in order again; who always failed leaves it. */
        @Override
        public void corrected(List<Reevaluated> means) {
            for (Reevaluated mean : means) {
                survivors.replaceAll(survivor -> survivor.candidate() == mean.candidate() && mean.samples() > 0
                        ? new Parent<>(survivor.candidate(), survivor.solution(), OptionalDouble.of(mean.mean()))
                        : survivor);
                survivors.removeIf(survivor -> survivor.candidate() == mean.candidate() && mean.samples() == 0);
            }
            survivors.sort(
                    Comparator.comparingDouble(survivor -> -survivor.objective().orElseThrow()));
        }

        /** One by one comes to the same as a generation at once: the best of old and new, the old first among equals. */
        @Override
        public void committed(Commit<S> commit) {
            if (commit.evaluation() instanceof Score score
                    && commit.candidate().proposal() instanceof Proposal.Solved<S> solved) {
                int place = survivors.size();
                while (place > 0 && survivors.get(place - 1).objective().orElseThrow() < score.objective()) {
                    place--;
                }
                survivors.add(
                        place,
                        new Parent<>(
                                commit.candidate().number(), solved.solution(), OptionalDouble.of(score.objective())));
                if (survivors.size() > strategy.population()) {
                    survivors.remove(survivors.size() - 1);
                }
            }
        }
    }
}

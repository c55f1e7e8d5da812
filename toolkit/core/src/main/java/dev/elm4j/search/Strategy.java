package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.CellPolicy;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Environment;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Where parents come from and what cells keep: what tells one search algorithm from another.
 *
 * <pre>{@code
 * var baseline = search.strategy(Strategy.independentSampling()).name("independent");   // the same, without evolution
 * }</pre>
 *
 * <p>Implementations are stateless; what a run must remember lives in its {@link Breeding}.
 */
public interface Strategy {

    /** Its name with its settings, part of a run's identity. */
    String name();

    /** What the cells of the run's own archive keep; default elites. Every run fills a passive archive of elites besides. */
    default CellPolicy policy() {
        return CellPolicy.elite();
    }

    /** The cells of the run's own archive, given those of the search; default the same. */
    default Tessellation cells(Tessellation wanted) {
        return wanted;
    }

    /** The operator of all candidates, in place of the search's own; default none. */
    default <S> Optional<Operator<S>> operator(Environment<S> environment) {
        return Optional.empty();
    }

    /**
     * Begins a run.
     *
     * @param archive the run's own, to be read whenever parents are asked for
     * @param seeds of the environment, at least one
     */
    <S> Breeding<S> begin(Archive<S> archive, List<S> seeds);

    /**
     * MAP-Elites (Mouret 2015): parents are elites, chosen by the operator's selection; seeds while there is none.
     *
     * @see <a href="https://arxiv.org/abs/1504.04909">Mouret 2015</a>
     */
    static Strategy mapElites() {
        return new Strategy() {
            @Override
            public String name() {
                return "MAP-Elites";
            }

            @Override
            public <S> Breeding<S> begin(Archive<S> archive, List<S> seeds) {
                return (operator, random) -> archive.isEmpty()
                        ? ofSeeds(seeds, operator.parents(), random)
                        : operator.selection().select(archive, operator.parents(), random).stream()
                                .map(Parent::of)
                                .toList();
            }
        };
    }

    /** No evolution: parents are always seeds, whatever was found. What a search must beat to be worth its name. */
    static Strategy independentSampling() {
        return new Strategy() {
            @Override
            public String name() {
                return "independent sampling";
            }

            @Override
            public <S> Breeding<S> begin(Archive<S> archive, List<S> seeds) {
                return (operator, random) -> ofSeeds(seeds, operator.parents(), random);
            }
        };
    }

    private static <S> List<Parent<S>> ofSeeds(List<S> seeds, int count, SplittableRandom random) {
        var numbers = new ArrayList<>(IntStream.range(0, seeds.size()).boxed().toList());
        int chosen = Math.min(count, numbers.size());
        for (int i = 0; i < chosen; i++) { // a partial Fisher-Yates shuffle
            Collections.swap(numbers, i, i + random.nextInt(numbers.size() - i));
        }
        return numbers.subList(0, chosen).stream()
                .map(i -> Parent.ofSeed(i, seeds.get(i)))
                .toList();
    }
}

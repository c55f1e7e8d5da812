package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Where parents come from: what tells one search algorithm from another.
 *
 * <pre>{@code
 * var baseline = search.strategy(Strategy.independentSampling()).name("independent");   // the same, without evolution
 * }</pre>
 *
 * <p>Implementations are stateless.
 */
public interface Strategy {

    /** Its name, part of a run's identity. */
    String name();

    /**
     * The parents of one candidate.
     *
     * @param operator asks for {@link Operator#parents} of them and brings its selection
     * @param archive as it is when the plan is drawn; may be empty
     * @param seeds of the environment, at least one
     * @param random all randomness
     * @return at least one
     */
    <S> List<Parent<S>> parents(Operator<S> operator, Archive<S> archive, List<S> seeds, SplittableRandom random);

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
            public <S> List<Parent<S>> parents(
                    Operator<S> operator, Archive<S> archive, List<S> seeds, SplittableRandom random) {
                return archive.isEmpty()
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
            public <S> List<Parent<S>> parents(
                    Operator<S> operator, Archive<S> archive, List<S> seeds, SplittableRandom random) {
                return ofSeeds(seeds, operator.parents(), random);
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

package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.CellPolicy;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Environment;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Selection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where parents come from and what cells keep: what tells one search algorithm from another.
 *
 * <pre>{@code
 * var baseline = search.strategy(Strategy.independentSampling()).name("independent");   // the same, without evolution
 * var deep = search.strategy(Strategy.deepGrid(50)).name("deep");
 * }</pre>
 *
 * <p>One of your own is {@link #name} and {@link #begin}, which gives the parents of each candidate. Implementations are
 * stateless; what a run must remember lives in its {@link Breeding}.
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
     * A copy that chooses all parents so, whatever an operator prefers.
     *
     * @throws UnsupportedOperationException if its parents do not come from the archive; so by default
     */
    default Strategy selection(Selection selection) {
        throw new UnsupportedOperationException(
                "The parents of '%s' do not come from the archive, so no selection chooses them. Use a strategy of the MAP-Elites family."
                        .formatted(name()));
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
        return new ArchiveStrategy("MAP-Elites", CellPolicy.elite(), UnaryOperator.identity(), 0);
    }

    /**
     * MAP-Elites over cells that keep something else than one elite: {@link CellPolicy#top} is MAP-Elites with depth,
     * {@link CellPolicy#softThreshold} the archive of CMA-MAE. Parents are the best members of their cells.
     */
    static Strategy mapElites(CellPolicy policy) {
        return policy.equals(CellPolicy.elite())
                ? mapElites()
                : new ArchiveStrategy(
                        "MAP-Elites, " + policy.name(), requireNonNull(policy, "policy"), UnaryOperator.identity(), 0);
    }

    /**
     * CVT-MAP-Elites (Vassiliades 2018): MAP-Elites over Voronoi cells that k-means spreads evenly over the box of the
     * search's axes. The passive archive keeps the search's own cells, so it compares with other strategies.
     *
     * @param cells of the run's own archive, at least 1
     * @see <a href="https://arxiv.org/abs/1610.05729">Vassiliades 2018</a>
     */
    static Strategy cvtMapElites(int cells) {
        if (cells < 1) {
            throw new IllegalArgumentException("CVT-MAP-Elites needs at least 1 cell, but was %,d.".formatted(cells));
        }
        return new ArchiveStrategy(
                "CVT-MAP-Elites(%d)".formatted(cells), CellPolicy.elite(), UnaryOperator.identity(), cells);
    }

    /**
     * Deep-Grid MAP-Elites (Flageat 2020), for noisy objectives: a cell holds many solutions and loses a random one when it
     * is full, parents are drawn in proportion to their objective inside a uniformly drawn cell. An operator that wants
     * parents of a special kind (alike ones, say) still gets them.
     *
     * @param depth most solutions of a cell, at least 1; the paper's runs have 50
     * @see <a href="https://arxiv.org/abs/2006.14253">Flageat 2020</a>
     */
    static Strategy deepGrid(int depth) {
        return new ArchiveStrategy(
                "Deep-Grid MAP-Elites(%d)".formatted(depth),
                CellPolicy.deepGrid(depth),
                ArchiveStrategy.insteadOfUniform(Selection.proportional()),
                0);
    }

    /**
     * A genetic algorithm: each parent wins a tournament among the population, and of old and new the best survive
     * (truncation; the old among equals). It knows no cells; what it finds fills the archive all the same.
     *
     * @param population survivors, at least 1
     * @param tournament contestants, drawn with repetition, at least 1; 1 draws parents at random
     */
    static Strategy genetic(int population, int tournament) {
        return new GeneticStrategy(population, tournament);
    }

    /** Fresh draws of the environment's sampler, without parents: what any variation must beat. */
    static Strategy randomSearch() {
        return new RandomSearch();
    }

    /**
     * No evolution, best of N: parents are always seeds, whatever was found. What a search must beat to be worth its name.
     */
    static Strategy independentSampling() {
        return new Strategy() {
            @Override
            public String name() {
                return "independent sampling";
            }

            @Override
            public <S> Breeding<S> begin(Archive<S> archive, List<S> seeds) {
                return (operator, random) -> Seeds.parents(seeds, operator.parents(), random);
            }
        };
    }
}

package dev.elm4j.operator;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chooses parents from an archive.
 *
 * <pre>{@code
 * List<Elite<String>> parents = Selection.nearCell().select(archive, 4, random);
 * }</pre>
 *
 * <p>Stateless: the same archive and the same random numbers give the same parents. Parents are elites, one per
 * occupied cell; only {@link #proportional} looks at the other members of a cell.
 */
public interface Selection {

    /** Its name, part of a run's identity. */
    String name();

    /**
     * Chooses up to {@code count} different elites.
     *
     * @param archive not empty
     * @param count how many parents are wanted; 0 for none
     * @param random all randomness
     * @return at most {@code count} elites, and at least one if any is wanted
     * @throws IllegalArgumentException if the archive is empty
     */
    <S> List<Elite<S>> select(Archive<S> archive, int count, SplittableRandom random);

    /** Each elite with the same probability, without repetition. Takes a time proportional to {@code count} alone. */
    static Selection uniform() {
        return new UniformSelection();
    }

    /**
     * A uniformly drawn elite and those of the nearest occupied cells, in random order; ties between equally near cells
     * fall at random. For operators that want alike parents, such as language-model crossover. Takes a time
     * proportional to the number of elites, as does {@link #nearCell(double)}.
     */
    static Selection nearCell() {
        return nearCell(1);
    }

    /**
     * As {@link #nearCell()}, but only the better elites become parents: the centre is any elite, the parents are the
     * nearest among the best {@code share} of all. Where a new cell takes whatever comes, the worst elites are parents as
     * often as the best, and their kind spreads; this holds the line.
     *
     * @param share of the elites by objective, in (0, 1]
     * @throws IllegalArgumentException if the share is not in (0, 1]
     */
    static Selection nearCell(double share) {
        return new NearCellSelection(share);
    }

    /**
     * A cell, each occupied one with the same probability, and in it a member with a probability proportional to how far
     * its objective lies above that of the cell's worst; the worst itself is never chosen unless all are equal, and then
     * all have the same. For deep cells; where cells hold one elite it is {@link #uniform}. Several parents come from
     * different cells, so there are never more of them than cells.
     *
     * @see <a href="https://arxiv.org/abs/2006.14253">Flageat 2020, Deep-Grid MAP-Elites</a>
     */
    static Selection proportional() {
        return new ProportionalSelection();
    }

    /**
     * Elites whose children do well: each with a probability proportional to its curiosity score, which is 1 for every child
     * that entered the archive less 0.5 for every one that did not. A score below 0.1 counts as 0.1, so that newcomers and
     * those out of luck are still chosen now and then. Several parents are drawn one after the other, without repetition.
     * Takes a time proportional to the number of elites.
     *
     * @see <a href="https://arxiv.org/abs/1708.09251">Cully 2018, Quality and Diversity Optimization</a>
     */
    static Selection curiosity() {
        return new CuriositySelection();
    }

    /**
     * The best elites: each among the best {@code share} of all with the same probability, without repetition, in random
     * order; where that share has fewer than are wanted, the best of all. Of equals, those of earlier candidates are the
     * better. It climbs fast and spreads little: mix it with others. Takes a time that grows a little faster than the number
     * of elites.
     *
     * @param share of the elites by objective, in (0, 1]
     * @throws IllegalArgumentException if the share is not in (0, 1]
     */
    static Selection best(double share) {
        return new BestSelection(share);
    }
}

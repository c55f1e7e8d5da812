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
 */
public interface Selection {

    /** Its name, part of a run's identity. */
    String name();

    /**
     * Chooses up to {@code count} different elites.
     *
     * @param archive not empty
     * @param count at least 1
     * @param random all randomness
     * @return at least one and at most {@code count} elites
     */
    <S> List<Elite<S>> select(Archive<S> archive, int count, SplittableRandom random);

    /** Each elite with the same probability, without repetition. */
    static Selection uniform() {
        return new UniformSelection();
    }

    /**
     * A uniformly drawn elite and those of the nearest occupied cells, in random order; ties between equally near cells
     * fall at random. For operators that want alike parents, such as language-model crossover.
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
}

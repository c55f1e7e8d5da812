package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.CellPolicy;
import dev.elm4j.archive.Tessellation;

/**
 * The cells of a run: those that its strategy fills, and those by which strategies compare.
 *
 * @param own cells of the run's own archive
 * @param policy what they keep
 * @param passive cells of the passive archive, which holds elites of everything evaluated
 * @param seed of the policy's own draws
 */
public record RunCells(Tessellation own, CellPolicy policy, Tessellation passive, long seed) {

    public RunCells {
        requireNonNull(own, "own");
        requireNonNull(policy, "policy");
        requireNonNull(passive, "passive");
    }

    /** Whether the run's own archive is the passive one too, because it holds elites over the same cells. */
    public boolean isPassive() {
        return policy.equals(CellPolicy.elite()) && own.equals(passive);
    }

    <S> Archive<S> ownArchive() {
        return Archive.of(own, policy, seed);
    }

    <S> Archive<S> passiveArchive(Archive<S> ownArchive) {
        return isPassive() ? ownArchive : Archive.of(passive);
    }
}

package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Statistics;
import dev.elm4j.archive.Tessellation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the map is worth when each elite is evaluated again: under noise an archive keeps the lucky, and its QD score says
 * more than is true.
 *
 * <pre>{@code
 * var check = search.corrected(5);                 // 5 fresh samples of each elite; the run stays as it is
 * check.before().qdScore();
 * check.archive().statistics().qdScore();          // by the means, each in the cell where its mean lies
 * }</pre>
 *
 * <p>Corrected archives are those of the uncertain-QD literature (Flageat 2023, <a
 * href="https://arxiv.org/abs/2302.00463">Uncertain Quality-Diversity</a>), with means instead of medians, since a user asks
 * for few samples.
 *
 * @param <S> type of a solution
 * @param samples evaluations of each elite
 * @param elites what they came to, in the order of the archive; for {@link Search#reevaluate} all members of deep cells too,
 *     which could take an elite's place, and the elites of the passive archive
 * @param before statistics of the archive until now
 * @param archive the elites in the cells where their means lie, the better one where two meet; after {@link
 *     Search#reevaluate} the run's own archive; a snapshot
 * @param passive the same over the cells of the search, by which strategies compare
 */
public record Reevaluation<S>(
        int samples, List<Reevaluated> elites, Statistics before, Archive<S> archive, Archive<S> passive) {

    /** Copies the list. */
    public Reevaluation {
        elites = List.copyOf(elites);
    }

    /** What was only measured. */
    static <S> Reevaluation<S> measured(Archive<S> before, Setup<S> setup, Correction<S> correction) {
        Map<Long, Reevaluated> means = new HashMap<>();
        correction.elites().forEach(elite -> means.put(elite.candidate(), elite));
        List<Elite<S>> corrected = Ledger.corrected(before.elites(), means);
        return new Reevaluation<>(
                correction.samples(),
                correction.elites(),
                before.statistics(),
                filled(before.tessellation(), corrected),
                filled(setup.tessellation(), corrected));
    }

    private static <S> Archive<S> filled(Tessellation cells, List<Elite<S>> elites) {
        Archive<S> archive = Archive.of(cells);
        archive.refill(elites);
        return archive.snapshot();
    }

    /** What the run goes on from. */
    static <S> Reevaluation<S> kept(Archive<S> before, RunRecord<S> after, Correction<S> correction) {
        return new Reevaluation<>(
                correction.samples(), correction.elites(), before.statistics(), after.archive(), after.passive());
    }

    /** Elites that found no place: another's mean is better in the cell where theirs lies, or all their samples failed. */
    public int dropped() {
        var placed = new HashSet<Long>();
        archive.members().forEach(member -> placed.add(member.candidate()));
        passive.members().forEach(member -> placed.add(member.candidate()));
        return (int) elites.stream()
                .filter(elite -> !placed.contains(elite.candidate()))
                .count();
    }

    /** Mean of the elites' spreads, in units of the objective; NaN if there is none. */
    public double meanSpread() {
        return elites.stream()
                .mapToDouble(Reevaluated::spread)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d elites, %d samples each, mean spread %.3g%nbefore: %s%nnow:    %s%n%d found no place",
                elites.size(),
                samples,
                meanSpread(),
                before,
                archive.statistics(),
                dropped());
    }
}

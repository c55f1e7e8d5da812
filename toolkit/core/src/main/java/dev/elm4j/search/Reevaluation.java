package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.CellPolicy;
import dev.elm4j.archive.Statistics;
import java.util.HashMap;
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
 * @param elites what they came to, in the order of the archive
 * @param before statistics of the archive until now
 * @param archive the elites in the cells where their means lie, the better one where two meet; a snapshot
 */
public record Reevaluation<S>(int samples, List<Reevaluated> elites, Statistics before, Archive<S> archive) {

    /** Copies the list. */
    public Reevaluation {
        elites = List.copyOf(elites);
    }

    static <S> Reevaluation<S> of(Archive<S> before, Setup<S> setup, Correction<S> correction) {
        Map<Long, Reevaluated> means = new HashMap<>();
        correction.elites().forEach(elite -> means.put(elite.candidate(), elite));
        Archive<S> corrected = Archive.of(before.tessellation(), CellPolicy.elite(), setup.seed());
        corrected.refill(before.elites());
        Ledger.correct(corrected, means);
        return new Reevaluation<>(correction.samples(), correction.elites(), before.statistics(), corrected.snapshot());
    }

    /** Elites that found no place: another's mean is better in the cell where theirs lies, or all their samples failed. */
    public int dropped() {
        return elites.size() - archive.size();
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

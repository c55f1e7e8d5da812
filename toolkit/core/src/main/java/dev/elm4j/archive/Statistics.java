package dev.elm4j.archive;

import java.util.Locale;

/**
 * The numbers that describe an archive, with pyribs' definitions.
 *
 * <pre>{@code
 * var statistics = new Statistics(2, 8, -1, 3, -0.5);
 * statistics.coverage();                 // 0.25
 * statistics.qdScore(-5);                // 9, with -5 as the least possible objective: -1 - 2 * -5
 * statistics.normalizedQdScore(-5);      // 1.125: 9 / 8
 * }</pre>
 *
 * <p>With {@code f(c)} the objective of the elite of an occupied cell {@code c}, {@code n} occupied cells of {@code m}, and
 * {@code o} the least possible objective: coverage {@code n / m} and QD score {@code sum f(c) - n o} (Pugh 2016), normalised
 * QD score {@code QD score / m} (pyribs; not divided by the range of the objective), mean {@code sum f(c) / n}. Without an
 * offset the QD score can fall when objectives are negative. QDax gives coverage in percent and adds its offset.
 *
 * @param elites occupied cells
 * @param cells all cells
 * @param qdScore sum of the elites' objectives (offset 0); it is kept to 106 bits, so that it does not drift
 * @param best greatest objective that ever entered, NaN while the archive is empty; may be better than every elite where
 *     cells can lose their best (soft thresholds, Deep-Grid)
 * @param mean mean objective of the elites, NaN while the archive is empty
 * @see <a href="https://doi.org/10.3389/frobt.2016.00040">Pugh 2016, QD score</a>
 */
public record Statistics(int elites, int cells, double qdScore, double best, double mean) {

    /** Occupied cells divided by all cells, in [0, 1]. */
    public double coverage() {
        return (double) elites / cells;
    }

    /** QD score divided by the number of cells, so that archives of different size compare. */
    public double normalizedQdScore() {
        return qdScore / cells;
    }

    /** The same after subtracting {@code offset}, as {@link #qdScore(double)}. */
    public double normalizedQdScore(double offset) {
        return qdScore(offset) / cells;
    }

    /** QD score after subtracting {@code offset}, the least possible objective, from each elite's objective. */
    public double qdScore(double offset) {
        return qdScore - elites * offset;
    }

    @Override
    public String toString() {
        return elites == 0
                ? "empty, %d cells".formatted(cells)
                : String.format(
                        Locale.ROOT,
                        "coverage %.1f %% (%d of %d cells), QD score %.4g, best %.4g",
                        100 * coverage(),
                        elites,
                        cells,
                        qdScore,
                        best);
    }
}

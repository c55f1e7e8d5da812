package dev.elm4j.archive;

/**
 * The numbers that describe an archive, with pyribs' definitions.
 *
 * @param elites occupied cells
 * @param cells all cells
 * @param qdScore sum of the elites' objectives (offset 0); it can fall only if objectives are negative
 * @param best greatest objective ever added, NaN while the archive is empty
 * @param mean mean objective of the elites, NaN while the archive is empty
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

    /** QD score after subtracting {@code offset}, the least possible objective, from each elite's objective. */
    public double qdScore(double offset) {
        return qdScore - elites * offset;
    }

    @Override
    public String toString() {
        return elites == 0
                ? "empty, %d cells".formatted(cells)
                : "coverage %.1f %% (%d of %d cells), QD score %.4g, best %.4g"
                        .formatted(100 * coverage(), elites, cells, qdScore, best);
    }
}

package dev.elm4j.benchmarks;

/**
 * What came of the entries of a row: both sides must have done the same work before their times may be compared.
 *
 * @param checksum the sum over all entries of their cells, each times its place counted from 1
 * @param elites occupied cells
 * @param qdScore the sum of their objectives
 */
record Answer(long checksum, int elites, double qdScore) {

    /** Sums differ by their order. */
    private static final double TOLERANCE = 1e-9;

    boolean same(Answer other) {
        return checksum == other.checksum
                && elites == other.elites
                && Math.abs(qdScore - other.qdScore) <= TOLERANCE * Math.abs(other.qdScore);
    }
}

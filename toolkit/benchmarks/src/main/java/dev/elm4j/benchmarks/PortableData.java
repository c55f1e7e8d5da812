package dev.elm4j.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Entries for an archive that other languages can draw bit for bit: {@code 2 * nextDouble() - 1} of a
 * {@link SplittableRandom}, first all solutions, then all objectives, then all measures.
 *
 * @param solutions {@code double[10]} each
 * @param objectives {@code double[entries]}, in [-1, 1)
 * @param measures {@code double[entries][2]}, in [-1, 1)
 */
record PortableData(List<double[]> solutions, double[] objectives, double[][] measures) {

    static final int SOLUTION = 10;
    static final int MEASURES = 2;
    private static final long ENTRIES_SEED = 42;
    private static final long CENTROIDS_SEED = 7;

    static PortableData of(int entries) {
        var random = new SplittableRandom(ENTRIES_SEED);
        List<double[]> solutions = List.of(uniform(random, entries, SOLUTION));
        return new PortableData(solutions, uniform(random, entries), uniform(random, entries, MEASURES));
    }

    /** Centroids, {@code double[cells][2]}. */
    static double[][] centroids(int cells) {
        return uniform(new SplittableRandom(CENTROIDS_SEED), cells, MEASURES);
    }

    int size() {
        return objectives.length;
    }

    /** Equal parts of this size; the last one may be smaller. */
    List<PortableData> batches(int size) {
        return IntStream.iterate(0, from -> from < size(), from -> from + size)
                .mapToObj(from -> part(from, Math.min(size(), from + size)))
                .toList();
    }

    private PortableData part(int from, int to) {
        return new PortableData(
                solutions.subList(from, to),
                java.util.Arrays.copyOfRange(objectives, from, to),
                java.util.Arrays.copyOfRange(measures, from, to));
    }

    private static double[][] uniform(SplittableRandom random, int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(row -> uniform(random, columns))
                .toArray(double[][]::new);
    }

    private static double[] uniform(SplittableRandom random, int count) {
        var numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = 2 * random.nextDouble() - 1;
        }
        return numbers;
    }
}

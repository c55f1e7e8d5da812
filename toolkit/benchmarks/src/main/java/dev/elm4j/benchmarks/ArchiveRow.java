package dev.elm4j.benchmarks;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Tessellation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The rows of the table against pyribs; those without a goal are extras. */
enum ArchiveRow {
    GRID_BATCH("grid 64x64, 10,000 entries in one batch", Work.BATCH, 10_000, 0, 0.2),
    GRID_SINGLY("grid 64x64, 10,000 entries one by one", Work.SINGLY, 10_000, 0, 0.01),
    CVT_BATCHES("CVT 1,000 cells, 1,000 batches of 100", Work.BATCHES, 100_000, 1_000, 0.5),
    GRID_SAMPLE("grid 64x64, sampling 10,000 elites", Work.SAMPLE, 10_000, 0, 1),
    CVT_CELLS("CVT 1,000 cells, cells of 10,000 points", Work.CELLS, 10_000, 1_000, 2),

    GRID_BATCHES("grid 64x64, 1,000 batches of 100", Work.BATCHES, 100_000, 0, Double.NaN),
    GRID_CELLS("grid 64x64, cells of 10,000 points", Work.CELLS, 10_000, 0, Double.NaN),
    CVT_BATCH("CVT 1,000 cells, 10,000 entries in one batch", Work.BATCH, 10_000, 1_000, Double.NaN),
    CVT_SINGLY("CVT 1,000 cells, 10,000 entries one by one", Work.SINGLY, 10_000, 1_000, Double.NaN),
    CVT_BATCHES_10("CVT 10 cells, 1,000 batches of 100", Work.BATCHES, 100_000, 10, Double.NaN),
    CVT_BATCHES_100("CVT 100 cells, 1,000 batches of 100", Work.BATCHES, 100_000, 100, Double.NaN),
    CVT_BATCHES_10000("CVT 10,000 cells, 1,000 batches of 100", Work.BATCHES, 100_000, 10_000, Double.NaN),
    CVT_CELLS_10000("CVT 10,000 cells, cells of 10,000 points", Work.CELLS, 10_000, 10_000, Double.NaN);

    /** What is timed; the names of the methods of {@link ArchiveWork} in capitals. */
    enum Work {
        BATCH,
        BATCHES,
        SINGLY,
        SAMPLE,
        CELLS
    }

    private static final int BINS = 64;

    private final String label;
    private final Work work;
    private final int entries;
    /** Centroids; 0 for the grid. */
    private final int centroids;

    private final double goal;

    ArchiveRow(String label, Work work, int entries, int centroids, double goal) {
        this.label = label;
        this.work = work;
        this.entries = entries;
        this.centroids = centroids;
        this.goal = goal;
    }

    String label() {
        return label;
    }

    /** What is timed, as the benchmark's method and pyribs' side call it. */
    String work() {
        return work.name().toLowerCase(Locale.ROOT);
    }

    int entries() {
        return entries;
    }

    int centroids() {
        return centroids;
    }

    /** The greatest ratio of ours to pyribs' time that we want; empty for an extra. */
    OptionalDouble goal() {
        return Double.isNaN(goal) ? OptionalDouble.empty() : OptionalDouble.of(goal);
    }

    /** Whether the timed work meets an archive that holds all entries, instead of an empty one. */
    boolean filled() {
        return work == Work.SAMPLE || work == Work.CELLS;
    }

    Tessellation tessellation() {
        Axis first = Axis.of("first", -1, 1).bins(BINS);
        Axis second = Axis.of("second", -1, 1).bins(BINS);
        return centroids == 0
                ? Tessellation.grid(first, second)
                : Tessellation.cvt(PortableData.centroids(centroids), first, second);
    }

    /** What our archive makes of the entries. */
    Answer answer() {
        PortableData data = PortableData.of(entries);
        Archive<double[]> archive = Archive.of(tessellation());
        archive.add(data.solutions(), data.objectives(), data.measures());
        int[] cells = archive.tessellation().cellsOf(data.measures());
        long checksum = 0;
        for (int i = 0; i < cells.length; i++) {
            checksum += (i + 1L) * cells[i];
        }
        return new Answer(checksum, archive.size(), archive.statistics().qdScore());
    }

    /** What pyribs 0.10.0 makes of the entries. */
    Answer known() {
        return switch (this) {
            case GRID_BATCH, GRID_SINGLY, GRID_SAMPLE, GRID_CELLS ->
                new Answer(102183804142L, 3731, 1414.9650996117384);
            case CVT_CELLS, CVT_BATCH, CVT_SINGLY -> new Answer(24671892581L, 989, 736.5635474944776);
            case CVT_CELLS_10000 -> new Answer(252365231198L, 5854, 1084.6974856574448);
            case GRID_BATCHES -> new Answer(10243370435508L, 4096, 3760.8877445942853);
            case CVT_BATCHES -> new Answer(2473786226347L, 1000, 971.296557963547);
            case CVT_BATCHES_10 -> new Answer(25604058354L, 10, 9.99782454532182);
            case CVT_BATCHES_100 -> new Answer(247143415492L, 100, 99.75739360445948);
            case CVT_BATCHES_10000 -> new Answer(24988988707018L, 9888, 7363.656596015587);
        };
    }

    /** The rows with a goal, or with {@code "extra"} all, or those whose names are given, such as {@code grid-batch}. */
    static List<ArchiveRow> named(List<String> names) {
        List<ArchiveRow> all = List.of(values());
        if (names.isEmpty() || names.equals(List.of("extra"))) {
            return all.stream()
                    .filter(row -> !names.isEmpty() || row.goal().isPresent())
                    .toList();
        }
        return names.stream().map(ArchiveRow::named).toList();
    }

    private static ArchiveRow named(String name) {
        return Arrays.stream(values())
                .filter(row -> row.toString().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no row '%s'. Name 'extra' for all, or some of: %s."
                                .formatted(name, Arrays.toString(values()))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.elm4j.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten thousand entries of a stream that Java and Python draw alike, and what pyribs 0.10 makes of them. */
class MacroTest {

    private static final int COUNT = 10_000;
    private static final double[] OBJECTIVES;
    private static final double[][] MEASURES;

    static {
        var stream = new SplittableRandom(42);
        draw(stream, 10 * COUNT); // the solutions
        OBJECTIVES = draw(stream, COUNT);
        MEASURES = rows(draw(stream, 2 * COUNT));
    }

    private static double[] draw(SplittableRandom stream, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> 2 * stream.nextDouble() - 1)
                .toArray();
    }

    private static double[][] rows(double[] flat) {
        double[][] rows = new double[flat.length / 2][];
        Arrays.setAll(rows, i -> new double[] {flat[2 * i], flat[2 * i + 1]});
        return rows;
    }

    private static Tessellation grid() {
        return Tessellation.grid(
                Axis.of("a", -1, 1).bins(64), Axis.of("b", -1, 1).bins(64));
    }

    /** Adds all in batches; the counts of not added, improved and new. */
    private static int[] fill(Archive<Integer> archive, int batch) {
        int[] counts = new int[3];
        for (int from = 0; from < COUNT; from += batch) {
            List<Integer> solutions =
                    IntStream.range(from, from + batch).boxed().toList();
            BatchResult result = archive.add(
                    solutions,
                    Arrays.copyOfRange(OBJECTIVES, from, from + batch),
                    Arrays.copyOfRange(MEASURES, from, from + batch));
            counts[0] += result.count(AddStatus.NOT_ADDED);
            counts[1] += result.count(AddStatus.IMPROVED);
            counts[2] += result.count(AddStatus.NEW);
        }
        return counts;
    }

    private static long checksum(int[] cells) {
        return IntStream.range(0, cells.length)
                .mapToLong(i -> (i + 1L) * cells[i])
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"10000, 0, 0, 10000", "100, 3853, 2378, 3769", "1, 3885, 2384, 3731"})
    void aGridComesOutAlikeHoweverTheBatchesAreCut(int batch, int not, int improved, int fresh) {
        Archive<Integer> archive = Archive.of(grid());
        assertThat(fill(archive, batch)).containsExactly(not, improved, fresh);
        Statistics statistics = archive.statistics();
        assertThat(checksum(grid().cellsOf(MEASURES))).isEqualTo(102183804142L);
        assertThat(statistics.elites()).isEqualTo(3731);
        assertThat(statistics.coverage()).isEqualTo(0.910888671875);
        assertThat(statistics.qdScore()).isCloseTo(1414.9650996117384, within(1e-6));
        assertThat(statistics.qdScore(-1)).isCloseTo(5145.965099611738, within(5e-6));
        assertThat(statistics.mean()).isCloseTo(0.37924553728537613, within(3e-10));
        assertThat(statistics.best()).isEqualTo(0.9996850669780339);
        assertThat(archive.best().cell()).isEqualTo(3972);
    }

    @Test
    void softThresholdsComeOutAsInPyribs() {
        Archive<Integer> archive = Archive.of(grid(), CellPolicy.softThreshold(0.1, -1), 0);
        assertThat(fill(archive, 100)).containsExactly(561, 5670, 3769);
        double thresholds = archive.elites().stream()
                .mapToDouble(elite -> archive.threshold(elite.cell()))
                .sum();
        assertThat(thresholds).isCloseTo(-2836.9868190997995, within(3e-6));
        assertThat(archive.statistics().qdScore()).isCloseTo(360.6665568743403, within(4e-7));
        assertThat(archive.statistics().best()).isEqualTo(0.9996850669780339);
        assertThat(archive.best().cell()).isEqualTo(3972);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 253561134, 10, 9.968448336231445, 8",
        "50, 1282670945, 50, 49.066178870615, 15",
        "100, 2456454894, 100, 96.68402588379071, 15",
        "500, 12238548630, 499, 429.9569560752692, 15",
        "1000, 24671892581, 989, 736.5635474944776, 15",
        "10000, 252365231198, 5854, 1084.6974856574448, 7580"
    })
    void centroidsComeOutAsInPyribs(int cells, long checksum, int elites, double qdScore, int best) {
        double[][] centroids = rows(draw(new SplittableRandom(7), 2 * cells));
        Tessellation cvt = Tessellation.cvt(centroids, Axis.of("a", -1, 1), Axis.of("b", -1, 1));
        assertThat(checksum(cvt.cellsOf(MEASURES))).isEqualTo(checksum);
        Archive<Integer> archive = Archive.of(cvt);
        fill(archive, COUNT);
        assertThat(archive.size()).isEqualTo(elites);
        assertThat(archive.statistics().qdScore()).isCloseTo(qdScore, within(1e-9 * qdScore));
        assertThat(archive.best().cell()).isEqualTo(best);
    }
}

package dev.elm4j.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchiveTest {

    private Archive<String> archive;

    static LongStream seeds() {
        return new SplittableRandom(20261102).longs(20);
    }

    @BeforeEach
    void makeArchive() {
        archive = Archive.of(Tessellation.grid(
                Axis.of("x", -1, 1).bins(10), Axis.of("y", -2, 2).bins(20)));
    }

    @Test
    void anEmptyCellTakesAnySolution() {
        assertThat(archive.add("a", -5, 0, 0)).isEqualTo(new AddResult(AddStatus.NEW, 110, -5));
    }

    @Test
    void aBetterSolutionReplacesTheElite() {
        archive.add("a", 1, 0, 0);
        AddResult result = archive.add("b", 3, 0.01, 0.01);
        assertThat(result).isEqualTo(new AddResult(AddStatus.IMPROVED, 110, 2));
        assertThat(archive.elite(0, 0).orElseThrow().solution()).isEqualTo("b");
        assertThat(archive.size()).isEqualTo(1);
    }

    @Test
    void aTieKeepsTheElite() {
        archive.add("a", 1, 0, 0);
        assertThat(archive.add("b", 1, 0, 0).status()).isEqualTo(AddStatus.NOT_ADDED);
        assertThat(archive.elite(110).orElseThrow().solution()).isEqualTo("a");
    }

    @Test
    void measuresOutsideTheAxesAreKeptUnclipped() {
        archive.add("far", 1, -100, 100);
        assertThat(archive.elites().get(0).cell()).isEqualTo(19);
        assertThat(archive.elites().get(0).measures()).isEqualTo(Measures.of(-100, 100));
    }

    @Test
    void numbersThatAreNotFiniteAreRefusedAndChangeNothing() {
        archive.add("a", 1, 0, 0);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> archive.add("b", bad, 0, 0));
            assertThatIllegalArgumentException().isThrownBy(() -> archive.add("b", 2, 0, bad));
        }
        assertThat(archive.elites()).hasSize(1);
        assertThat(archive.statistics().best()).isEqualTo(1);
    }

    @Test
    void elitesAreListedInTheOrderInWhichTheirCellsWereFilled() {
        archive.add("a", 1, 0.9, 1.9);
        archive.add("b", 1, -0.9, -1.9);
        archive.add("c", 2, 0.9, 1.9);
        assertThat(archive.elites()).extracting(Elite::solution).containsExactly("c", "b");
    }

    @Test
    void anEmptyArchiveHasNoBestAndSaysWhatToDo() {
        assertThatIllegalStateException().isThrownBy(archive::best).withMessageContaining("Run the search first");
        assertThat(archive.statistics().best()).isNaN();
        assertThat(archive.statistics().mean()).isNaN();
        assertThat(archive).hasToString("Archive: empty, 200 cells");
    }

    @Test
    void aSnapshotNeitherChangesNorIsChanged() {
        archive.add("a", 1, 0, 0);
        Archive<String> before = archive.snapshot();
        archive.add("b", 2, 0, 0);
        archive.add("c", 2, 0.9, 0);
        assertThat(before.elites()).extracting(Elite::solution).containsExactly("a");
        assertThat(before.statistics().qdScore()).isEqualTo(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> before.add("d", 9, 0, 0))
                .withMessageContaining("snapshot");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void statisticsEqualThoseRecomputedFromTheContents(long seed) {
        var random = new SplittableRandom(seed);
        Map<Integer, Double> oracle = new HashMap<>();
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 2_000; i++) {
            double objective = random.nextInt(40) / 4.0 - 5; // coarse, so that ties happen
            double x = random.nextDouble(-1.5, 1.5);
            double y = random.nextDouble(-2.5, 2.5);
            int cell = archive.add("s" + i, objective, x, y).cell();
            oracle.merge(cell, objective, Math::max);
            best = Math.max(best, objective);
        }
        double sum = oracle.values().stream().mapToDouble(Double::doubleValue).sum();
        Statistics statistics = archive.statistics();
        assertThat(statistics.elites()).isEqualTo(oracle.size());
        assertThat(statistics.coverage()).isEqualTo(oracle.size() / 200.0);
        assertThat(statistics.qdScore()).isCloseTo(sum, within(1e-9));
        assertThat(statistics.qdScore(-5)).isCloseTo(sum + 5.0 * oracle.size(), within(1e-9));
        assertThat(statistics.normalizedQdScore()).isCloseTo(sum / 200, within(1e-9));
        assertThat(statistics.mean()).isCloseTo(sum / oracle.size(), within(1e-9));
        assertThat(statistics.best()).isEqualTo(best);
        oracle.forEach((cell, objective) ->
                assertThat(archive.elite(cell).orElseThrow().objective()).isEqualTo(objective));
    }

    /** Facts that pyribs 0.10 gives on the same 10,000 entries, one by one. */
    @Test
    void tenThousandEntriesComeOutAsInPyribs() {
        var stream = new SplittableRandom(42);
        stream.doubles(100_000).forEach(unused -> {}); // the solutions
        double[] objectives = draw(stream, 10_000);
        double[] measures = draw(stream, 20_000);
        Archive<Integer> grid = Archive.of(Tessellation.grid(
                Axis.of("a", -1, 1).bins(64), Axis.of("b", -1, 1).bins(64)));
        var counts = new EnumMap<AddStatus, Integer>(AddStatus.class);
        long checksum = 0;
        for (int i = 0; i < objectives.length; i++) {
            AddResult result = grid.add(i, objectives[i], measures[2 * i], measures[2 * i + 1]);
            counts.merge(result.status(), 1, Integer::sum);
            checksum += (i + 1L) * result.cell();
        }
        assertThat(checksum).isEqualTo(102183804142L);
        assertThat(counts).isEqualTo(Map.of(AddStatus.NOT_ADDED, 3885, AddStatus.IMPROVED, 2384, AddStatus.NEW, 3731));
        assertThat(grid.statistics().qdScore()).isCloseTo(1414.9650996117393, within(1e-6));
        assertThat(grid.statistics().coverage()).isEqualTo(0.910888671875);
        assertThat(grid.best().objective()).isEqualTo(0.9996850669780339);
        assertThat(grid.best().cell()).isEqualTo(3972);
    }

    private static double[] draw(SplittableRandom stream, int count) {
        return stream.doubles(count).map(u -> 2 * u - 1).toArray();
    }
}

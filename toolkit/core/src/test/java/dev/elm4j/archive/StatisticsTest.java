package dev.elm4j.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatisticsTest {

    private static final Tessellation LINE =
            Tessellation.grid(Axis.of("m", 0, 100).bins(100));

    static LongStream seeds() {
        return new SplittableRandom(20261208).longs(3);
    }

    /** Terms of very different size, which a plain running sum would have lost long before. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theQdScoreDoesNotDriftOverAMillionAdds(long seed) {
        var random = new SplittableRandom(seed);
        Archive<Integer> archive = Archive.of(LINE, CellPolicy.deepGrid(1), seed);
        for (int i = 0; i < 1_000_000; i++) {
            double scale = random.nextInt(50) == 0 ? 1e12 : 1;
            archive.add(i, scale * random.nextDouble(), random.nextInt(100));
        }
        BigDecimal exact = archive.elites().stream()
                .map(elite -> new BigDecimal(elite.objective()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(archive.statistics().qdScore()).isEqualTo(exact.doubleValue());
    }

    @Test
    void aSumThatOverflowedOnceIsRightAgainWhenItFits() {
        Archive<Integer> archive = Archive.of(LINE, CellPolicy.deepGrid(1), 0);
        archive.add(1, 1.5e308, 0);
        archive.add(2, 1.5e308, 1);
        assertThat(archive.statistics().qdScore()).isInfinite();
        archive.add(3, 1, 0);
        archive.add(4, 2, 1);
        assertThat(archive.statistics().qdScore()).isEqualTo(3);
    }

    @Test
    void anOffsetCountsForOccupiedCellsOnly() {
        Archive<Integer> archive = Archive.of(LINE);
        archive.add(1, -3, 0);
        archive.add(2, -1, 1);
        Statistics statistics = archive.statistics();
        assertThat(statistics.qdScore(-5)).isEqualTo(6);
        assertThat(statistics.normalizedQdScore()).isEqualTo(-0.04);
        assertThat(statistics.normalizedQdScore(-5)).isEqualTo(0.06);
    }

    @Test
    void itReadsAlikeInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new Statistics(1, 8, 0.5, 0.5, 0.5))
                    .hasToString("coverage 12.5 % (1 of 8 cells), QD score 0.5000, best 0.5000");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theCqdScoreIsTheBestTradeAtEachTarget() {
        Archive<String> archive = Archive.of(Tessellation.grid(Axis.of("x", -1, 1), Axis.of("y", -1, 1)));
        double[][] target = {{1, 1}};
        assertThat(CqdScore.at(target).of(archive)).isZero();
        archive.add("middle", 0.25, 0, 0);
        archive.add("corner", 0, 1, 1);
        CqdScore score = CqdScore.at(target).penalties(2);
        assertThat(score.of(archive)).isEqualTo(0.25); // 0.25 without penalty, 0 at the corner with
        assertThat(score.objectives(-1, 1).of(archive)).isEqualTo(0.125);
        assertThat(score.farthest(1e9).of(archive)).isCloseTo(0.5, within(1e-6));
        assertThat(CqdScore.at(target).penalties(1).of(archive)).isEqualTo(0.25);
        assertThat(CqdScore.at(target).penalties(3).of(archive)).isEqualTo(0.25 + 0 + 0);
    }

    @Test
    void randomTargetsFollowFromTheSeed() {
        Archive<String> archive = Archive.of(Tessellation.grid(Axis.of("x", -1, 1), Axis.of("y", -1, 1)));
        archive.add("middle", 0.25, 0, 0);
        double[] scores = CqdScore.random(4, 50, 7).scores(archive);
        assertThat(scores).hasSize(4).containsExactly(CqdScore.random(4, 50, 7).scores(archive));
        assertThat(scores).doesNotHaveDuplicates();
        assertThat(CqdScore.random(4, 50, 8).scores(archive)).isNotEqualTo(scores);
        double mean = (scores[0] + scores[1] + scores[2] + scores[3]) / 4;
        assertThat(CqdScore.random(4, 50, 7).of(archive)).isCloseTo(mean, within(1e-12));
        // the mean distance from the middle of a square of side 2 is 0.7652; the penalties sum to 2.5
        assertThat(CqdScore.random(20, 1_000, 7).of(archive) / 1_000)
                .isCloseTo(5 * 0.25 - 2.5 * 0.7652 / Math.sqrt(8), within(0.01));
    }

    @Test
    void settingsOfTheCqdScoreThatCannotBeAreRefused() {
        CqdScore score = CqdScore.at(new double[][] {{0}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score.penalties(0))
                .withMessageContaining("but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score.objectives(1, 1))
                .withMessageContaining("[1.0, 1.0]");
        assertThatIllegalArgumentException().isThrownBy(() -> score.farthest(0)).withMessageContaining("positive");
        assertThatIllegalArgumentException().isThrownBy(CqdScore::at).withMessageContaining("At least 1 target");
        assertThatIllegalArgumentException().isThrownBy(() -> CqdScore.random(0, 1, 1));
        Archive<String> plane = Archive.of(Tessellation.grid(Axis.of("x", -1, 1), Axis.of("y", -1, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score.of(plane))
                .withMessage("measures[0]: Expected 2 measures (x, y), but got 1.");
    }

    @ParameterizedTest
    @CsvSource({"10, 9", "200, 9"})
    void samplesAreUniformOverOccupiedCells(int cells, int draws) {
        Tessellation grid = Tessellation.grid(Axis.of("m", 0, 1).bins(cells * 3));
        Archive<Integer> archive = Archive.of(grid, CellPolicy.top(5), 0);
        var random = new SplittableRandom(20261209);
        for (int cell = 0; cell < cells; cell++) {
            for (int i = 0; i <= cell % 5; i++) { // how full a cell is does not matter
                archive.add(cell, i, grid.centre(3 * cell));
            }
        }
        int[] with = new int[cells];
        int[] without = new int[cells];
        int rounds = 30_000 / draws;
        for (int i = 0; i < rounds; i++) {
            archive.sample(draws, random).forEach(elite -> with[elite.solution()]++);
            var distinct = archive.sampleDistinct(draws, random);
            assertThat(distinct).doesNotHaveDuplicates().hasSize(draws);
            without[distinct.get(0).solution()]++;
        }
        // Critical values for p = 1e-6 and 9 and 199 degrees of freedom; the seed is fixed.
        double critical = cells == 10 ? 44.81 : 308;
        assertThat(chiSquared(with, (double) rounds * draws / cells)).isLessThan(critical);
        assertThat(chiSquared(without, (double) rounds / cells)).isLessThan(critical);
    }

    private static double chiSquared(int[] counts, double expected) {
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    @Test
    void samplesThatCannotBeDrawnAreExplained() {
        Archive<Integer> archive = Archive.of(LINE);
        var random = new SplittableRandom(1);
        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> archive.sample(1, random))
                .withMessageContaining("The archive is empty");
        archive.add(1, 1, 1);
        assertThat(archive.sample(0, random)).isEmpty();
        assertThat(archive.sampleDistinct(1, random)).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> archive.sampleDistinct(2, random))
                .withMessageStartingWith("There are 1 elites, fewer than the 2 asked for.");
        assertThatIllegalArgumentException().isThrownBy(() -> archive.sample(-1, random));
        assertThatIllegalArgumentException().isThrownBy(() -> archive.nearest(0, 1));
    }
}

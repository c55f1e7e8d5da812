package dev.elm4j.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridTessellationTest {

    private static final Tessellation GRID =
            Tessellation.grid(Axis.of("x", -1, 1).bins(10), Axis.of("y", -2, 2).bins(20));

    static LongStream seeds() {
        return new SplittableRandom(20261101).longs(25);
    }

    @Test
    void numbersCellsRowByRow() {
        assertThat(GRID.cells()).isEqualTo(200);
        assertThat(GRID.cellOf(-1, -2)).isZero();
        assertThat(GRID.cellOf(-1, -1.7)).isEqualTo(1);
        assertThat(GRID.cellOf(-0.7, -2)).isEqualTo(20);
        assertThat(GRID.cellOf(1, 2)).isEqualTo(199);
    }

    /** Facts of pyribs 0.10: ten bins over [0, 0.1], with its epsilon of 1e-6. */
    @ParameterizedTest
    @CsvSource({
        "0.0, 0", "0.01, 1", "0.02, 2", "0.03, 3", "0.04, 4", "0.05, 5", "0.06, 6", "0.07, 7", "0.08, 8", "0.09, 9",
        "0.1, 9"
    })
    void valuesOnAnInnerEdgeBelongToTheUpperBin(double value, int bin) {
        assertThat(Tessellation.grid(Axis.of("m", 0, 0.1).bins(10)).cellOf(value))
                .isEqualTo(bin);
    }

    @ParameterizedTest
    @CsvSource({"4e8", "1e9", "1e12", "1e300", "1.7976931348623157E308"})
    void hugeMeasuresBelongToTheBorderCells(double huge) {
        var line = Tessellation.grid(Axis.of("m", -1, 1).bins(10));
        assertThat(line.cellOf(huge)).isEqualTo(9);
        assertThat(line.cellOf(-huge)).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPointLiesBetweenTheEdgesOfItsBin(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 1_000; i++) {
            double x = random.nextDouble(-1, 1);
            double y = random.nextDouble(-2, 2);
            int cell = GRID.cellOf(x, y);
            Axis axis = GRID.axes().get(0);
            assertThat(x).isBetween(axis.edge(cell / 20) - 1e-6, axis.edge(cell / 20 + 1) + 1e-6);
            axis = GRID.axes().get(1);
            assertThat(y).isBetween(axis.edge(cell % 20) - 1e-6, axis.edge(cell % 20 + 1) + 1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void uniformPointsFillCellsEvenly(long seed) {
        int points = 20_000;
        var random = new SplittableRandom(seed);
        int[] count = new int[GRID.cells()];
        for (int i = 0; i < points; i++) {
            count[GRID.cellOf(random.nextDouble(-1, 1), random.nextDouble(-2, 2))]++;
        }
        double expected = (double) points / GRID.cells();
        double chiSquared = IntStream.of(count)
                .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                .sum();
        // The critical value for p = 1e-6 and 199 degrees of freedom; the seeds are fixed.
        assertThat(chiSquared).isLessThan(308);
    }

    @Test
    void distanceCountsStepsBetweenNeighbours() {
        assertThat(GRID.distance(0, 0)).isZero();
        assertThat(GRID.distance(0, 1)).isEqualTo(1);
        assertThat(GRID.distance(0, 20)).isEqualTo(1);
        assertThat(GRID.distance(0, 199)).isEqualTo(9 + 19);
    }

    @Test
    void rejectsNanAndNamesTheAxis() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GRID.cellOf(0, Double.NaN))
                .withMessage("Measure 'y' must be finite, but was NaN. Reject the candidate instead of adding it.");
    }

    @Test
    void rejectsAWrongNumberOfMeasuresAndNamesTheAxes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GRID.cellOf(0))
                .withMessage("Expected 2 measures (x, y), but got 1.");
    }

    @Test
    void rejectsGridsThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> Tessellation.grid());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tessellation.grid(
                        Axis.of("a", 0, 1).bins(100_000), Axis.of("b", 0, 1).bins(100_000)))
                .withMessageContaining("fewer bins");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "NaN, 1", "0, NaN", "0, Infinity", "-Infinity, 0"})
    void rejectsRangesThatAreNone(double min, double max) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.of("m", min, max))
                .withMessageContaining("Axis 'm' needs a finite range");
    }

    @Test
    void rejectsAxesWithoutBins() {
        assertThatIllegalArgumentException().isThrownBy(() -> Axis.of("m", 0, 1).bins(-3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.of("m", 0, 1).bins(0))
                .withMessage("Axis 'm' needs at least 1 bin, but was 0.");
    }

    @Test
    void explicitEdgesCutBinsAndBelongToTheUpperOne() {
        var ages = Tessellation.grid(Axis.edges("age", -10, 0, 18, 65));
        assertThat(ages.cellsOf(new double[][] {{-99}, {-0.1}, {0}, {-0.0}, {17.9}, {18}, {65}, {1e300}}))
                .containsExactly(0, 0, 1, 1, 1, 2, 2, 2);
        assertThat(ages.centre(2)).containsExactly(41.5);
    }

    /** pyribs' epsilon of 1e-6 would move every point of such a range to the last bin. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-9, 1e-6, 1e-3, 1, 1000, 1e9, 1e300})
    void rangesOfAnySizeAreCutAlike(double range) {
        var line = Tessellation.grid(Axis.of("m", 0, range).bins(10));
        for (int bin = 0; bin < 10; bin++) {
            assertThat(line.cellOf((bin + 0.5) / 10 * range)).isEqualTo(bin);
            if (range <= 1000) { // beyond, pyribs' epsilon is less than rounding
                assertThat(line.cellOf(line.axes().get(0).edge(bin))).isEqualTo(bin);
            }
        }
    }

    @Test
    void categoriesHaveACellEachAndNoOrder() {
        var grid = Tessellation.categorical(
                Axis.categories("genre", "poem", "story", "news"), Axis.categories("tone", "dark", "light"));
        assertThat(grid.cells()).isEqualTo(6);
        assertThat(grid.cellOf(2, 1)).isEqualTo(5);
        assertThat(grid.centre(5)).containsExactly(2, 1);
        assertThat(grid.distance(0, 4)).isEqualTo(1); // from poem to news is as far as from poem to story
        assertThat(grid.distance(0, 5)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, 3, 1e300})
    void aNumberOfNoCategoryIsRefused(double number) {
        var grid = Tessellation.categorical(Axis.categories("genre", "poem", "story", "news"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grid.cellOf(number))
                .withMessage("Axis 'genre': There is no category number " + number
                        + "; there are 0 to 2: poem, story, news.");
    }

    @Test
    void categoriesThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.categories("genre", "poem", "poem"))
                .withMessageContaining("at least 1 category and each once, but got [poem, poem]");
        assertThatIllegalArgumentException().isThrownBy(() -> Axis.categories("genre"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tessellation.categorical(Axis.of("length", 0, 1)))
                .withMessageContaining("Axis 'length' is a range");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.categories("genre", "poem").bins(2))
                .withMessageContaining("one bin per category");
    }

    @Test
    void edgesThatCannotBeAreRefused() {
        for (double[] edges :
                new double[][] {{}, {1}, {1, 1}, {2, 1}, {0, Double.NaN}, {0, Double.POSITIVE_INFINITY}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Axis.edges("age", edges))
                    .withMessageContaining("Axis 'age' needs at least 2 finite edges in ascending order");
        }
    }

    @Test
    void equalAxesMakeEqualGrids() {
        assertThat(GRID)
                .isEqualTo(Tessellation.grid(
                        Axis.of("x", -1, 1).bins(10), Axis.of("y", -2, 2).bins(20)))
                .isNotEqualTo(Tessellation.grid(Axis.of("x", -1, 1).bins(10)))
                .hasToString("grid of 200 cells: x in 10, y in 20");
    }
}

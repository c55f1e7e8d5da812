package dev.elm4j.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CvtTessellationTest {

    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis Y = Axis.of("y", 0, 10);
    private static final double[][] CORNERS = {{-1, 0}, {-1, 10}, {1, 0}, {1, 10}};

    @Test
    void aPointBelongsToTheNearestCentroidAndToTheFirstOfEquals() {
        Tessellation corners = Tessellation.cvt(CORNERS, X, Y);
        assertThat(corners.cells()).isEqualTo(4);
        assertThat(corners.cellOf(0.1, 9)).isEqualTo(3);
        assertThat(corners.cellOf(0, 5)).isZero();
        assertThat(corners.cellOf(-0.0, 9)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e7, 1e100, 1e200, Double.MAX_VALUE})
    void pointsFarAwayHaveACellToo(double far) {
        Tessellation corners = Tessellation.cvt(CORNERS, X, Y);
        assertThat(corners.cellOf(-far, -far)).isZero();
        assertThat(corners.cellOf(-far, far)).isEqualTo(1);
        assertThat(corners.cellOf(far, -far)).isEqualTo(2);
        assertThat(corners.cellOf(far, far)).isEqualTo(3);
    }

    @Test
    void distanceMeasuresEachAxisByItsRange() {
        Tessellation corners = Tessellation.cvt(CORNERS, X, Y);
        assertThat(corners.distance(0, 1)).isEqualTo(1);
        assertThat(corners.distance(0, 2)).isEqualTo(1);
        assertThat(corners.distance(0, 3)).isCloseTo(Math.sqrt(2), within(1e-15));
    }

    @Test
    void itIsAValueThatCentroidsMakeAgain() {
        CvtTessellation first = Tessellation.cvt(50, 7, X, Y);
        CvtTessellation again = Tessellation.cvt(first.centroids(), X, Y);
        assertThat(again).isEqualTo(first).hasSameHashCodeAs(first);
        assertThat(Tessellation.cvt(50, 7, X, Y)).isEqualTo(first);
        assertThat(Tessellation.cvt(50, 8, X, Y)).isNotEqualTo(first);
        assertThat(Tessellation.cvt(first.centroids(), X, Axis.of("z", 0, 10))).isNotEqualTo(first);
        assertThat(first).hasToString("50 cells around centroids: x, y");
    }

    @Test
    void centroidsAreCopiedInAndOut() {
        double[][] given = {{0, 1}, {0, 9}};
        CvtTessellation cvt = Tessellation.cvt(given, X, Y);
        given[0][1] = 100;
        cvt.centroids()[1][1] = 100;
        cvt.centre(1)[1] = 100;
        assertThat(cvt.centroids()).isDeepEqualTo(new double[][] {{0, 1}, {0, 9}});
    }

    /** Lloyd's fixed point: each centroid is the mean of its cell; and cells are more alike than those of random centroids. */
    @Test
    void kMeansSpreadsCentroidsEvenly() {
        CvtTessellation spread = Tessellation.cvt(64, 3, X, X);
        var random = new SplittableRandom(20261207);
        double[][] scattered = IntStream.range(0, 64)
                .mapToObj(i -> new double[] {random.nextDouble(-1, 1), random.nextDouble(-1, 1)})
                .toArray(double[][]::new);
        double[][] points = IntStream.range(0, 64_000)
                .mapToObj(i -> new double[] {random.nextDouble(-1, 1), random.nextDouble(-1, 1)})
                .toArray(double[][]::new);
        assertThat(unevenness(spread, points)).isLessThan(unevenness(Tessellation.cvt(scattered, X, X), points) / 3);
        int[] cells = spread.cellsOf(points);
        for (int cell = 0; cell < 64; cell++) {
            int wanted = cell;
            double mean = IntStream.range(0, cells.length)
                    .filter(i -> cells[i] == wanted)
                    .mapToDouble(i -> points[i][0])
                    .average()
                    .orElseThrow();
            assertThat(spread.centre(cell)[0]).isCloseTo(mean, within(0.03)); // cells are 0.25 wide
        }
    }

    /** Standard deviation of the cells' shares of the points. */
    private static double unevenness(Tessellation tessellation, double[][] points) {
        double[] counts = new double[tessellation.cells()];
        for (int cell : tessellation.cellsOf(points)) {
            counts[cell]++;
        }
        double mean = (double) points.length / counts.length;
        return Math.sqrt(Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).sum());
    }

    @Test
    void oneCellIsTheMiddleAndManyAreAllDifferent() {
        double[] middle = Tessellation.cvt(1, 1, X, Y).centre(0);
        assertThat(middle[0]).isCloseTo(0, within(0.02));
        assertThat(middle[1]).isCloseTo(5, within(0.1));
        var different = new HashSet<String>();
        for (double[] centroid : Tessellation.cvt(5_000, 1, X, Y).centroids()) {
            different.add(Arrays.toString(centroid));
        }
        assertThat(different).hasSize(5_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_001})
    void kMeansRefusesNumbersOfCellsThatCannotBe(int cells) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tessellation.cvt(cells, 1, X))
                .withMessageContaining("must be 1 to 100,000")
                .withMessageContaining(String.format(java.util.Locale.ROOT, "but was %,d", cells));
    }

    @Test
    void centroidsThatCannotBeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tessellation.cvt(new double[0][], X))
                .withMessageStartingWith("At least 1 centroid is needed, but there was none.");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Tessellation.cvt(new double[][] {{0}, {bad}}, X))
                    .withMessage("centroids[1] must have 1 finite coordinates, one per axis, but was [" + bad + "].");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tessellation.cvt(new double[][] {{0, 0}, {0}}, X, Y))
                .withMessageContaining("centroids[1] must have 2 finite coordinates");
        assertThatNullPointerException()
                .isThrownBy(() -> Tessellation.cvt(new double[][] {null}, X))
                .withMessage("centroids[0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tessellation.cvt(new double[][] {{}}))
                .withMessageContaining("at least 1 axis");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tessellation.cvt(9, 1, X, Axis.categories("sort", "a", "b")))
                .withMessage(
                        "Axis 'sort' has categories, between which there are no distances. Use Tessellation.grid.");
    }
}

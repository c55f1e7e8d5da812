package dev.elm4j.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Expected values are of scipy 1.17: {@code mannwhitneyu(x, y)} without ties,
 * {@code mannwhitneyu(x, y, method=PermutationMethod(n_resamples=np.inf))} with them, {@code method="asymptotic"} of many.
 */
class RankTestTest {

    private static double[] of(double... numbers) {
        return numbers;
    }

    private static void expect(double p, double[] x, double[] y) {
        assertThat(RankTest.p(x, y)).isCloseTo(p, within(1e-12));
        assertThat(RankTest.p(y, x)).isCloseTo(p, within(1e-12));
    }

    @Test
    void fewRunsWithoutTiesAreExact() {
        expect(0.1, of(1, 2, 3), of(4, 5, 6));
        expect(0.007936507936507936, of(1, 2, 3, 4, 5), of(6, 7, 8, 9, 10));
        expect(0.6904761904761905, of(1, 3, 5, 7, 9), of(2, 4, 6, 8, 10));
        expect(0.5272727272727272, of(0.3, 1.7, 2.5, 9), of(0.1, 4, 5, 6, 7, 8, 3.3));
        expect(1, of(1), of(2));
    }

    @Test
    void fewRunsWithTiesAreExactToo() {
        expect(0.14285714285714285, of(1, 2, 2, 3, 5), of(2, 4, 4, 6, 7));
        expect(0.007936507936507936, of(1, 1, 1, 1, 1), of(2, 2, 2, 2, 2));
        expect(1, of(1, 1, 1, 1, 1), of(1, 1, 1, 1, 2));
        expect(0.2, of(1, 1, 2), of(2, 3, 3));
        expect(0.4588744588744589, of(1, 2, 2, 4, 4, 6), of(2, 3, 3, 4, 5, 7));
    }

    /** Where ties make the distribution lopsided, the smaller side counts twice. */
    @Test
    void groupsOfDifferentSizeWithTiesAreCountedOnTheirSide() {
        expect(0.10714285714285714, of(1, 2, 2), of(2, 3, 4, 4, 5));
        expect(0.8571428571428571, of(2, 5), of(1, 2, 2, 3, 3, 6));
    }

    @Test
    void manyRunsComeOutByTheNormalApproximation() {
        double[] tied = IntStream.range(0, 60).mapToDouble(i -> 7 * i % 61).toArray();
        double[] other =
                IntStream.range(0, 60).mapToDouble(i -> 11 * i % 67 + 5).toArray();
        expect(0.021350519303044966, tied, other);
        double[] untied = IntStream.range(0, 60).mapToDouble(i -> 1.5 * i).toArray();
        double[] apart =
                IntStream.range(0, 60).mapToDouble(i -> 1.1 * i + 20.05).toArray();
        expect(0.08373279270474189, untied, apart);
    }

    @Test
    void runsThatFoundNothingAreBelowAllOthers() {
        double none = Double.NEGATIVE_INFINITY;
        expect(0.1, of(none, 1, 2), of(3, 4, 5));
        expect(0.1, of(none, none, none), of(3, 4, 5));
        assertThat(RankTest.a12(of(3, 4), of(none, none))).isEqualTo(1);
    }

    @Test
    void whatIsAlikeHasNoDifferenceAndWhatIsEmptyNoAnswer() {
        expect(1, of(1, 1, 1), of(1, 1, 1));
        assertThat(RankTest.p(of(), of(1, 2))).isNaN();
        assertThat(RankTest.p(of(1, 2), of())).isNaN();
        assertThat(RankTest.a12(of(), of(1, 2))).isNaN();
    }

    @Test
    void theEffectSizeCountsWinsAndHalfTheTies() {
        assertThat(RankTest.a12(of(4, 5, 6), of(1, 2, 3))).isEqualTo(1);
        assertThat(RankTest.a12(of(1, 2), of(1, 2))).isEqualTo(0.5);
        assertThat(RankTest.a12(of(1, 2, 3), of(2, 2))).isEqualTo(0.5);
        assertThat(RankTest.a12(of(1, 2), of(2, 3))).isEqualTo(0.125);
    }

    @Test
    void theSmallestPIsThatOfGroupsThatDoNotOverlap() {
        for (int n = 1; n <= 12; n++) {
            for (int m = 1; m <= 12; m++) {
                double[] low = IntStream.range(0, n).asDoubleStream().toArray();
                double[] high = IntStream.range(100, 100 + m).asDoubleStream().toArray();
                assertThat(RankTest.p(low, high)).isCloseTo(RankTest.smallestP(n, m), within(1e-12));
            }
        }
    }

    @Test
    void noPIsBelowTheSmallestWhateverTheTies() {
        var random = new SplittableRandom(20261105);
        for (int i = 0; i < 500; i++) {
            int n = 1 + random.nextInt(7);
            int m = 1 + random.nextInt(7);
            double[] x = random.ints(n, 0, 4).asDoubleStream().toArray();
            double[] y = random.ints(m, 2, 6).asDoubleStream().toArray();
            assertThat(RankTest.p(x, y)).isBetween(RankTest.smallestP(n, m) - 1e-12, 1.0);
        }
    }

    /** Of 2,000 pairs of samples without a difference a share of p up to the level falls below it; 0.05 + 4 sd at most. */
    @Test
    void withoutADifferenceFewTestsSaySo() {
        var random = new SplittableRandom(20261106);
        int said = 0;
        for (int i = 0; i < 2_000; i++) {
            double[] x = random.ints(6, 0, 8).asDoubleStream().toArray();
            double[] y = random.ints(6, 0, 8).asDoubleStream().toArray();
            said += RankTest.p(x, y) < 0.05 ? 1 : 0;
        }
        assertThat(said).isBetween(20, 139);
    }
}

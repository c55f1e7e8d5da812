package dev.elm4j.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.archive.Axis;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BinsTest {

    @Test
    void edgesAreShortNumbersBetweenTheValues() {
        Axis axis = Bins.quantiles("tone", new double[] {0.33, -0.31, -0.28, -0.02, 0.01, 0.07}, 3);
        assertThat(edges(axis)).containsExactly(-0.31, -0.2, 0.04, 0.33);
    }

    @Test
    void everyBinHoldsAboutItsShare() {
        var random = new SplittableRandom(20250116);
        for (int round = 0; round < 200; round++) {
            double scale = Math.pow(10, random.nextInt(-6, 6));
            int bins = random.nextInt(1, 12);
            double[] values = random.doubles(random.nextInt(5 * bins, 800))
                    .map(x -> scale * (x * x * x - 0.2))
                    .toArray();
            double[] before = values.clone();
            Axis axis = Bins.quantiles("x", values, bins);
            assertThat(values).isEqualTo(before);
            assertThat(axis.bins()).isEqualTo(bins);
            double share = (double) values.length / bins;
            for (int count : counts(axis, values)) {
                assertThat((double) count).isBetween(0.8 * share - 1, 1.2 * share + 1);
            }
        }
    }

    @Test
    void tiesAreNeverTornAndNoBinIsEmpty() {
        var random = new SplittableRandom(20250117);
        for (int round = 0; round < 500; round++) {
            int different = random.nextInt(2, 8);
            double[] values = random.ints(random.nextInt(20, 200), 0, different)
                    .mapToDouble(i -> i / 7.0)
                    .toArray();
            if (Arrays.stream(values).distinct().count() < 2) {
                continue;
            }
            Axis axis = Bins.quantiles("x", values, random.nextInt(1, 12));
            assertThat(axis.bins())
                    .isLessThanOrEqualTo((int) Arrays.stream(values).distinct().count());
            assertThat(counts(axis, values)).doesNotContain(0);
            assertThat(DoubleStream.of(values).min().orElseThrow()).isGreaterThanOrEqualTo(axis.min());
            assertThat(DoubleStream.of(values).max().orElseThrow()).isLessThanOrEqualTo(axis.max());
        }
    }

    @Test
    void aValueThatFillsHalfTheSampleLeavesFewerBins() {
        double[] values = new double[100];
        Arrays.setAll(values, i -> i < 60 ? 0 : i);
        Axis axis = Bins.quantiles("x", values, 5);
        assertThat(axis.bins()).isLessThan(5);
        assertThat(counts(axis, values)[0]).isEqualTo(60);
    }

    @Test
    void numbersAreReadable() {
        var random = new SplittableRandom(20250118);
        double[] values = random.doubles(400, -1, 1).toArray();
        for (double edge : edges(Bins.quantiles("x", values, 10))) {
            assertThat(BigDecimal.valueOf(edge).stripTrailingZeros().scale()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void refusesSamplesWithoutARange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bins.quantiles("x", new double[] {1, 1}, 2))
                .withMessageContaining("Does the judge tell the texts apart?");
        assertThatIllegalArgumentException().isThrownBy(() -> Bins.quantiles("x", new double[0], 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Bins.quantiles("x", new double[] {1, Double.NaN}, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Bins.quantiles("x", new double[] {1, 2}, 0));
    }

    private static double[] edges(Axis axis) {
        double[] edges = new double[axis.bins() + 1];
        Arrays.setAll(edges, axis::edge);
        return edges;
    }

    private static int[] counts(Axis axis, double[] values) {
        int[] counts = new int[axis.bins()];
        for (double value : values) {
            int bin = 0;
            while (bin + 1 < axis.bins() && value >= axis.edge(bin + 1)) {
                bin++;
            }
            counts[bin]++;
        }
        return counts;
    }
}

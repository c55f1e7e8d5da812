package dev.elm4j.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void theMedianIsTheMiddleOrBetweenTheTwoInTheMiddle() {
        assertThat(Samples.median(new double[] {3, 1, 2})).isEqualTo(2);
        assertThat(Samples.median(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
        assertThat(Samples.median(new double[] {7})).isEqualTo(7);
        assertThat(Samples.median(new double[0])).isNaN();
        assertThat(Samples.median(new double[] {1, Double.NEGATIVE_INFINITY}))
                .isNegative()
                .isInfinite();
    }

    /** scipy 1.17, {@code bootstrap(..., np.median, n_resamples=20000, method="percentile")}: 5.0 to 10.95. */
    @Test
    void theIntervalIsThatOfPercentiles() {
        double[] interval = Samples.interval(new double[] {3.1, 4.7, 5.0, 6.2, 7.7, 8.1, 9.4, 10.0, 12.5, 15.8});
        assertThat(interval[0]).isCloseTo(5.0, within(0.3));
        assertThat(interval[1]).isCloseTo(10.95, within(0.4));
    }

    @Test
    void theIntervalIsTheSameEachTimeAndHoldsTheMedian() {
        var random = new SplittableRandom(20261107);
        for (int n = 1; n < 20; n++) {
            double[] numbers = random.doubles(n).toArray();
            double[] interval = Samples.interval(numbers);
            assertThat(Samples.interval(numbers)).isEqualTo(interval);
            assertThat(Samples.median(numbers)).isBetween(interval[0], interval[1]);
        }
        assertThat(Samples.interval(new double[0])).containsOnly(Double.NaN);
    }

    /**
     * Of 400 samples of 15 from a uniform distribution the interval holds the true median about 95 times in 100; percentile
     * intervals are a little narrow. Binomial(400, 0.93) is within 4 sd of 372 in 351..392.
     */
    @Test
    void theIntervalHoldsTheTrueMedianAsOftenAsItSays() {
        var random = new SplittableRandom(20261108);
        int held = 0;
        for (int i = 0; i < 400; i++) {
            double[] interval = Samples.interval(random.doubles(15).toArray());
            held += interval[0] <= 0.5 && 0.5 <= interval[1] ? 1 : 0;
        }
        assertThat(held).isBetween(351, 395);
    }
}

package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NormalsTest {

    private static final int SIZE = 200_000;

    @Test
    void onesAndManyAreStandardNormal() {
        var random = new SplittableRandom(20261101);
        double[] ones =
                IntStream.range(0, SIZE).mapToDouble(i -> Normals.next(random)).toArray();
        for (double[] normals : new double[][] {ones, Normals.next(SIZE, random)}) {
            // Five standard errors of each estimate (p = 6e-7).
            assertThat(moment(normals, 1)).isCloseTo(0, within(5 / Math.sqrt(SIZE)));
            assertThat(moment(normals, 2)).isCloseTo(1, within(5 * Math.sqrt(2.0 / SIZE)));
            assertThat(moment(normals, 3)).isCloseTo(0, within(5 * Math.sqrt(15.0 / SIZE)));
            assertThat(moment(normals, 4)).isCloseTo(3, within(5 * Math.sqrt(96.0 / SIZE)));
        }
    }

    @Test
    void bothNumbersOfAPairAreIndependent() {
        double[] normals = Normals.next(SIZE, new SplittableRandom(20261102));
        double product = 0;
        double squares = 0;
        for (int i = 0; i < SIZE; i += 2) {
            product += normals[i] * normals[i + 1];
            squares += (normals[i] * normals[i] - 1) * (normals[i + 1] * normals[i + 1] - 1);
        }
        assertThat(product / (SIZE / 2)).isCloseTo(0, within(5 / Math.sqrt(SIZE / 2)));
        assertThat(squares / (SIZE / 2)).isCloseTo(0, within(5 * 2 / Math.sqrt(SIZE / 2)));
    }

    @Test
    void manyGivesAsManyAsWereAskedFor() {
        for (int count : new int[] {0, 1, 2, 7}) {
            assertThat(Normals.next(count, new SplittableRandom(1))).hasSize(count);
        }
    }

    private static double moment(double[] normals, int power) {
        return Arrays.stream(normals).map(x -> Math.pow(x, power)).average().orElseThrow();
    }
}

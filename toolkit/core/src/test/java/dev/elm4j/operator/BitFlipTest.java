package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitFlipTest extends OperatorContract<boolean[]> {

    private static final int CHILDREN = 40_000;
    private static final boolean[] PARENT = {true, false, true, false, true, true, false, false, true, false};

    @Override
    Operator<boolean[]> operator() {
        return BitFlip.of(0.3);
    }

    @Override
    List<boolean[]> parents() {
        return List.of(PARENT);
    }

    @Override
    Object comparable(boolean[] solution) {
        return Arrays.toString(solution);
    }

    /** How many children have 0, 1, … bits flipped. */
    private static long[] flips(BitFlip operator) {
        var counts = new long[PARENT.length + 1];
        for (boolean[] child : TestDraws.children(operator, CHILDREN, PARENT)) {
            int flips = 0;
            for (int i = 0; i < PARENT.length; i++) {
                flips += child[i] == PARENT[i] ? 0 : 1;
            }
            counts[flips]++;
        }
        return counts;
    }

    private static double binomial(int k, double rate) {
        double ways = 1;
        for (int i = 0; i < k; i++) {
            ways = ways * (PARENT.length - i) / (i + 1);
        }
        return ways * Math.pow(rate, k) * Math.pow(1 - rate, PARENT.length - k);
    }

    /** 0, 1, 2, 3 and more flips. */
    private static long[] upToThree(long[] flips) {
        return new long[] {
            flips[0], flips[1], flips[2], Arrays.stream(flips).skip(3).sum()
        };
    }

    private static double[] upToThree(double rate) {
        double none = binomial(0, rate);
        double one = binomial(1, rate);
        double two = binomial(2, rate);
        return new double[] {none, one, two, 1 - none - one - two};
    }

    @Test
    void eachBitFlipsIndependentlyAtTheRate() {
        assertThat(TestDraws.chiSquared(upToThree(flips(BitFlip.of(0.15))), upToThree(0.15)))
                .isLessThan(30.66); // p = 1e-6, 3 degrees of freedom
    }

    @Test
    void theStandardFlipsOneBitOnAverage() {
        assertThat(TestDraws.chiSquared(upToThree(flips(BitFlip.standard())), upToThree(0.1)))
                .isLessThan(30.66); // p = 1e-6, 3 degrees of freedom
    }

    @Test
    void atLeastOneTurnsNoFlipIntoOne() {
        long[] flips = flips(BitFlip.standard().atLeastOne());
        double[] free = upToThree(0.1);
        assertThat(flips[0]).isZero();
        assertThat(TestDraws.chiSquared(upToThree(flips), 0, free[0] + free[1], free[2], free[3]))
                .isLessThan(27.63); // p = 1e-6, 2 degrees of freedom
    }

    @Test
    void everyPlaceFlipsAsOften() {
        var places = new long[PARENT.length];
        List<boolean[]> children = TestDraws.children(BitFlip.of(1e-9).atLeastOne(), CHILDREN, PARENT);
        for (boolean[] child : children) {
            for (int i = 0; i < PARENT.length; i++) {
                places[i] += child[i] == PARENT[i] ? 0 : 1;
            }
        }
        double[] even = new double[PARENT.length];
        Arrays.fill(even, 0.1);
        assertThat(TestDraws.chiSquared(places, even)).isLessThan(44.81); // p = 1e-6, 9 degrees of freedom
        assertThat(Arrays.stream(places).sum() / (double) CHILDREN).isCloseTo(1, within(1e-3));
    }

    @Test
    void saysItsSettings() {
        assertThat(BitFlip.standard().name()).isEqualTo("bit-flip(1/length)");
        assertThat(BitFlip.of(0.05).atLeastOne().name()).isEqualTo("bit-flip(0.05, at least one)");
    }

    @Test
    void nothingHasNothingToFlip() {
        assertThat(TestDraws.children(BitFlip.standard().atLeastOne(), 1, new boolean[0])
                        .get(0))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void rejectsARateThatIsNone(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BitFlip.of(rate))
                .withMessageContaining("but was " + rate);
    }
}

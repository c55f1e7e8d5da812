package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.environment.Context;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianTest extends OperatorContract<double[]> {

    private static final List<double[]> PARENTS = List.of(new double[] {1, 2, 3}, new double[] {4, 5, 6});

    @Override
    Operator<double[]> operator() {
        return Gaussian.of(0.5);
    }

    @Override
    List<double[]> parents() {
        return PARENTS;
    }

    @Override
    Object comparable(double[] solution) {
        return Arrays.toString(solution);
    }

    @Test
    void noiseIsNormalWithTheGivenSigma() {
        int size = 200_000;
        var parent = new Parent<>(0, new double[size], OptionalDouble.empty());
        var proposal = Gaussian.of(2)
                .propose(List.of(new Plan<>(0, 0, List.of(parent))), Context.unmetered(20261105, 1))
                .get(0);
        double[] noise = ((Proposal.Solved<double[]>) proposal).solution();
        // Five standard errors of each estimate.
        assertThat(Arrays.stream(noise).average().orElseThrow()).isCloseTo(0, within(5 * 2 / Math.sqrt(size)));
        assertThat(Arrays.stream(noise).map(x -> x * x).average().orElseThrow())
                .isCloseTo(4, within(5 * 4 * Math.sqrt(2.0 / size)));
        double beyondTwoSigma =
                Arrays.stream(noise).filter(x -> Math.abs(x) > 4).count() / (double) size;
        assertThat(beyondTwoSigma).isCloseTo(0.0455, within(5 * Math.sqrt(0.0455 * 0.9545 / size)));
    }

    @Test
    void itsNumbersAreThoseOfTheJournalsThatExist() {
        assertThat(child(Gaussian.of(0.5))).containsExactly(1.4083674281060437, 2.2464423010756533, 3.2136744880381705);
    }

    @Test
    void boundsClipAndChangeNothingElse() {
        double[] free = child(Gaussian.of(0.5));
        double[] bounded = child(Gaussian.of(0.5).within(1.5, 2.5));
        for (int i = 0; i < free.length; i++) {
            assertThat(bounded[i]).isEqualTo(Math.max(1.5, Math.min(2.5, free[i])));
        }
        assertThat(bounded).contains(2.5);
        assertThat(Gaussian.of(0.5).name()).isEqualTo("gaussian(0.5)");
        assertThat(Gaussian.of(0.5).within(-1, 1).name()).isEqualTo("gaussian(0.5, -1.0 to 1.0)");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, NaN"})
    void rejectsBoundsThatHoldNothing(double min, double max) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gaussian.of(1).within(min, max))
                .withMessageContaining("[" + min + ", " + max + "]");
    }

    private static double[] child(Gaussian operator) {
        var parent = new Parent<>(0, PARENTS.get(0), OptionalDouble.empty());
        var proposals = operator.propose(List.of(new Plan<>(9, 0, List.of(parent))), Context.unmetered(7, 1));
        return ((Proposal.Solved<double[]>) proposals.get(0)).solution();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void rejectsASigmaThatIsNone(double sigma) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gaussian.of(sigma))
                .withMessageContaining("but was " + sigma);
    }
}

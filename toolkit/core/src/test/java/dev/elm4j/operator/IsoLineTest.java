package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.environment.Context;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoLineTest extends OperatorContract<double[]> {

    private static final int CHILDREN = 50_000;

    /** Parents three apart on the first axis, four on the second. */
    private static final double[] A = {1, 2, 3};

    private static final double[] B = {4, 6, 3};

    @Override
    Operator<double[]> operator() {
        return IsoLine.standard();
    }

    @Override
    List<double[]> parents() {
        return List.of(A, B);
    }

    @Override
    Object comparable(double[] solution) {
        return Arrays.toString(solution);
    }

    @Test
    void childrenScatterAlongTheLineAndLittleAcross() {
        List<double[]> children = TestDraws.children(IsoLine.of(0.1, 0.2), CHILDREN, A, B);
        // Along the line: 0.1 of noise and 0.2 of the distance 5; across and out of the plane: the noise alone.
        assertNormal(children, x -> 0.6 * (x[0] - 1) + 0.8 * (x[1] - 2), Math.sqrt(0.01 + 1));
        assertNormal(children, x -> 0.8 * (x[0] - 1) - 0.6 * (x[1] - 2), 0.1);
        assertNormal(children, x -> x[2] - 3, 0.1);
    }

    @Test
    void withoutIsoNoiseChildrenLieOnTheLine() {
        for (double[] child : TestDraws.children(IsoLine.of(0, 0.2), 100, A, B)) {
            assertThat((child[0] - 1) / 3).isCloseTo((child[1] - 2) / 4, within(1e-12));
            assertThat(child[2]).isEqualTo(3);
        }
    }

    @Test
    void aSingleParentGetsTheIsoNoiseAlone() {
        List<double[]> children = TestDraws.children(IsoLine.of(0.1, 0.2), CHILDREN, A);
        for (int axis = 0; axis < 3; axis++) {
            int i = axis;
            assertNormal(children, x -> x[i] - A[i], 0.1);
        }
    }

    private static void assertNormal(List<double[]> children, ToDoubleFunction<double[]> coordinate, double sigma) {
        double mean = children.stream().mapToDouble(coordinate).average().orElseThrow();
        double square = children.stream()
                .mapToDouble(coordinate)
                .map(x -> x * x)
                .average()
                .orElseThrow();
        // Five standard errors of each estimate (p = 6e-7).
        assertThat(mean).isCloseTo(0, within(5 * sigma / Math.sqrt(CHILDREN)));
        assertThat(square).isCloseTo(sigma * sigma, within(5 * sigma * sigma * Math.sqrt(2.0 / CHILDREN)));
    }

    @Test
    void boundsClip() {
        var operator = IsoLine.of(0.5, 0.2).within(1.5, 2.5);
        assertThat(TestDraws.children(operator, 100, A, B))
                .allSatisfy(child -> assertThat(Arrays.stream(child).boxed()).allMatch(x -> x >= 1.5 && x <= 2.5));
        assertThat(operator.name()).isEqualTo("iso+line(0.5, 0.2, 1.5 to 2.5)");
    }

    @Test
    void theStandardIsThatOfThePaper() {
        assertThat(IsoLine.standard().name()).isEqualTo("iso+line(0.01, 0.2)");
        assertThat(IsoLine.standard().parents()).isEqualTo(2);
    }

    @Test
    void parentsOfDifferentLengthHaveNoChild() {
        var parents = List.of(
                new Parent<>(0, A, OptionalDouble.empty()), new Parent<>(1, new double[2], OptionalDouble.empty()));
        var proposals = operator().propose(List.of(new Plan<>(2, 0, parents)), Context.unmetered(1, 1));
        assertThat(proposals.get(0)).isInstanceOfSatisfying(Proposal.Failed.class, failed -> assertThat(
                        failed.failure().reason())
                .contains("3 and 2"));
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 0.2", "0.1, -0.2", "0, 0", "NaN, 0.2", "0.1, Infinity"})
    void rejectsDeviationsThatAreNone(double iso, double line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IsoLine.of(iso, line))
                .withMessageContaining("iso was " + iso + " and line " + line);
    }
}

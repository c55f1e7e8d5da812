package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Context;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BitCrossoverTest extends OperatorContract<boolean[]> {

    private static final boolean[] A = {true, true, true, true, false, false};
    private static final boolean[] B = {false, false, false, true, true, false};

    @Override
    Operator<boolean[]> operator() {
        return BitCrossover.uniform();
    }

    @Override
    List<boolean[]> parents() {
        return List.of(A, B);
    }

    @Override
    Object comparable(boolean[] solution) {
        return Arrays.toString(solution);
    }

    @Test
    void bitsThatDifferComeFromEitherAndTheOthersStay() {
        var patterns = new long[16];
        for (boolean[] child : TestDraws.children(operator(), 40_000, A, B)) {
            assertThat(child[3]).isTrue();
            assertThat(child[5]).isFalse();
            patterns[(child[0] ? 8 : 0) + (child[1] ? 4 : 0) + (child[2] ? 2 : 0) + (child[4] ? 1 : 0)]++;
        }
        double[] even = new double[16];
        Arrays.fill(even, 1 / 16.0);
        assertThat(TestDraws.chiSquared(patterns, even)).isLessThan(56.49); // p = 1e-6, 15 degrees of freedom
    }

    @Test
    void aSingleParentIsCopied() {
        assertThat(TestDraws.children(operator(), 1, A).get(0)).isEqualTo(A).isNotSameAs(A);
    }

    @Test
    void parentsOfDifferentLengthHaveNoChild() {
        var parents = List.of(
                new Parent<>(0, A, OptionalDouble.empty()), new Parent<>(1, new boolean[2], OptionalDouble.empty()));
        var proposals = operator().propose(List.of(new Plan<>(2, 0, parents)), Context.unmetered(1, 1));
        assertThat(proposals.get(0)).isInstanceOfSatisfying(Proposal.Failed.class, failed -> assertThat(
                        failed.failure().reason())
                .contains("6 and 2"));
    }
}

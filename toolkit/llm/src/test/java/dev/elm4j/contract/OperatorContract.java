package dev.elm4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Context;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What an operator keeps.
 *
 * @param <S> type of a solution
 */
public abstract class OperatorContract<S> {

    /** The operator under test. */
    protected abstract Operator<S> operator();

    /** A solution to propose from, another for each {@code i}. */
    protected abstract S solution(int i);

    @Test
    public void makesOneProposalPerPlan() {
        for (int size : new int[] {1, 2, 10}) {
            assertThat(propose(size, operator().parents())).hasSize(size).doesNotContainNull();
        }
    }

    @Test
    public void proposesTheSameInTheSameContext() {
        assertThat(propose(6, operator().parents()))
                .isEqualTo(propose(6, operator().parents()));
    }

    @Test
    public void makesDoWithFewerParentsThanItWants() {
        assertThat(propose(3, 1)).hasSize(3).doesNotContainNull();
    }

    @Test
    public void saysWhatItIsForTheIdentityOfARun() {
        assertThat(operator().name()).isNotBlank().isEqualTo(operator().name());
        assertThat(operator().parents()).isPositive();
        assertThat(operator().selection().name()).isNotBlank();
    }

    /** Proposals for {@code size} plans of {@code parents} parents each, in a fresh context of a fixed seed. */
    protected final List<Proposal<S>> propose(int size, int parents) {
        return operator().propose(plans(size, parents), Context.unmetered(7, size));
    }

    /** Plans whose parents are all different. */
    protected final List<Plan<S>> plans(int size, int parents) {
        return IntStream.range(0, size)
                .mapToObj(index -> new Plan<>(
                        100 + index,
                        index,
                        IntStream.range(0, parents)
                                .mapToObj(p -> index * parents + p)
                                .map(number -> new Parent<>(number, solution(number), OptionalDouble.empty()))
                                .toList()))
                .toList();
    }
}

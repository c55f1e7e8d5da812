package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Context;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every operator keeps; a test of an operator extends it.
 *
 * @param <S> type of a solution
 */
abstract class OperatorContract<S> {

    abstract Operator<S> operator();

    /** Different solutions to vary. */
    abstract List<S> parents();

    /** A solution as something with {@code equals}. */
    Object comparable(S solution) {
        return solution;
    }

    private List<Proposal<S>> propose(long seed) {
        var parents = IntStream.range(0, parents().size())
                .mapToObj(i -> new Parent<>(i, parents().get(i), OptionalDouble.of(i)))
                .limit(operator().parents())
                .toList();
        var plans = IntStream.range(0, 6)
                .mapToObj(i -> new Plan<>(100 + i, i, parents))
                .toList();
        return operator().propose(plans, Context.unmetered(seed, 6));
    }

    private List<Object> solutions(long seed) {
        return propose(seed).stream()
                .map(proposal -> proposal instanceof Proposal.Solved<S> solved
                        ? comparable(solved.solution())
                        : proposal.toString())
                .toList();
    }

    @Test
    void givesOneProposalPerPlan() {
        assertThat(propose(1)).hasSize(6).doesNotContainNull();
    }

    @Test
    void dependsOnTheStreamsAlone() {
        assertThat(solutions(1)).isEqualTo(solutions(1)).isNotEqualTo(solutions(2));
    }

    @Test
    void neverChangesAParent() {
        var before = parents().stream().map(this::comparable).toList();
        propose(1);
        assertThat(parents().stream().map(this::comparable).toList()).isEqualTo(before);
    }

    @Test
    void hasANameAndWantsAtLeastOneParent() {
        assertThat(operator().name()).isNotBlank();
        assertThat(operator().parents()).isPositive();
    }
}

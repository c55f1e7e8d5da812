package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Context;
import java.util.ArrayList;
import java.util.Collections;
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

    private static final int SIZE = 6;

    abstract Operator<S> operator();

    /** Different solutions to vary. */
    abstract List<S> parents();

    /** A solution as something with {@code equals}. */
    Object comparable(S solution) {
        return solution;
    }

    private List<Proposal<S>> propose(long seed) {
        return operator().propose(plans(), Context.unmetered(seed, SIZE));
    }

    private List<Plan<S>> plans() {
        var parents = IntStream.range(0, parents().size())
                .mapToObj(i -> new Parent<>(i, parents().get(i), OptionalDouble.of(i)))
                .limit(operator().parents())
                .toList();
        return IntStream.range(0, SIZE)
                .mapToObj(i -> new Plan<>(100 + i, i, parents))
                .toList();
    }

    private List<Object> solutions(long seed) {
        return comparable(propose(seed));
    }

    private List<Object> comparable(List<Proposal<S>> proposals) {
        return proposals.stream()
                .map(proposal -> proposal instanceof Proposal.Solved<S> solved
                        ? comparable(solved.solution())
                        : proposal.toString())
                .toList();
    }

    @Test
    void givesOneProposalPerPlan() {
        assertThat(propose(1)).hasSize(SIZE).doesNotContainNull();
    }

    @Test
    void dependsOnTheStreamsAlone() {
        assertThat(solutions(1)).isEqualTo(solutions(1)).isNotEqualTo(solutions(2));
    }

    @Test
    void aCandidateDoesNotDependOnTheOthersOfItsBatch() {
        var alone = plans().stream()
                .flatMap(plan -> operator().propose(List.of(plan), Context.unmetered(1, SIZE)).stream())
                .toList();
        var backwards = new ArrayList<>(plans());
        Collections.reverse(backwards);
        var turned = new ArrayList<>(operator().propose(backwards, Context.unmetered(1, SIZE)));
        Collections.reverse(turned);
        assertThat(comparable(alone)).isEqualTo(solutions(1)).isEqualTo(comparable(turned));
    }

    @Test
    void neverChangesAParent() {
        var before = parents().stream().map(this::comparable).toList();
        propose(1);
        assertThat(parents().stream().map(this::comparable).toList()).isEqualTo(before);
    }

    @Test
    void hasANameAndAVersionAndAsksForParentsOrNone() {
        assertThat(operator().name()).isNotBlank();
        assertThat(operator().version()).isNotBlank();
        assertThat(operator().parents()).isNotNegative();
    }

    @Test
    void isEqualToItsLike() { // the search finds the credit of a plan's operator by it
        assertThat(operator()).isEqualTo(operator());
    }
}

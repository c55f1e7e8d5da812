package dev.elm4j.operator;

import dev.elm4j.environment.Context;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What tests of draws share. */
final class TestDraws {

    private TestDraws() {}

    /** Pearson's statistic of counts against the probabilities they should have; classes of probability 0 are left out. */
    static double chiSquared(long[] counts, double... probabilities) {
        long draws = java.util.Arrays.stream(counts).sum();
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = draws * probabilities[i];
            sum += expected == 0 ? 0 : (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        return sum;
    }

    /** Many children of the same parents. */
    @SafeVarargs
    static <S> List<S> children(Operator<S> operator, int count, S... parents) {
        var list = IntStream.range(0, parents.length)
                .mapToObj(i -> new Parent<>(i, parents[i], OptionalDouble.empty()))
                .toList();
        var plans =
                IntStream.range(0, count).mapToObj(i -> new Plan<>(i, i, list)).toList();
        return operator.propose(plans, Context.unmetered(20261108, count)).stream()
                .map(proposal -> ((Proposal.Solved<S>) proposal).solution())
                .toList();
    }
}

package dev.elm4j.prompting;

import dev.elm4j.environment.Context;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.operator.Proposal.Failed;
import dev.elm4j.operator.Proposal.Solved;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Children of given parents. */
final class Family {

    private Family() {}

    static Plan<String> plan(int index, String... parents) {
        return new Plan<>(
                index,
                index,
                Stream.of(parents)
                        .map(parent -> new Parent<>(0, parent, OptionalDouble.empty()))
                        .toList());
    }

    static Proposal<String> child(Operator<String> operator, String... parents) {
        return operator.propose(List.of(plan(0, parents)), Context.unmetered(1, 1))
                .get(0);
    }

    static String solution(Operator<String> operator, String... parents) {
        return ((Solved<String>) child(operator, parents)).solution();
    }

    static String kind(Operator<String> operator, String... parents) {
        return ((Failed<String>) child(operator, parents)).failure().kind();
    }

    static String reason(Operator<String> operator, String... parents) {
        return ((Failed<String>) child(operator, parents)).failure().reason();
    }
}

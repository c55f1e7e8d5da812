package dev.elm4j.search;

import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import java.util.List;
import java.util.Optional;

/** A batch whose operators and parents are drawn; nothing of it is written yet. */
record PlannedBatch<S>(long number, long first, List<Planned<S>> plans) {

    /** One candidate: by an operator from parents, or a seed of the environment (no operator, no parents). */
    record Planned<S>(Optional<Operator<S>> operator, List<Parent<S>> parents) {

        String operatorName() {
            return operator.map(Operator::name).orElse(Candidate.SEED);
        }

        List<Long> parentNumbers() {
            return parents.stream().map(Parent::candidate).toList();
        }
    }

    int size() {
        return plans.size();
    }

    /** The number after that of its last candidate. */
    long end() {
        return first + plans.size();
    }
}

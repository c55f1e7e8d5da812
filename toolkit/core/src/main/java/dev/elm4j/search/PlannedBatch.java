package dev.elm4j.search;

import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Proposal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A batch whose operators and parents are drawn; nothing of it is written yet. */
record PlannedBatch<S>(long number, long first, Origin origin, List<Planned<S>> plans) {

    PlannedBatch {
        plans = List.copyOf(plans);
    }

    /** Where a batch stands in the run, and how it came there. */
    record Place(long number, long first, int size, Origin origin) {}

    /** A batch of one candidate that a person brought. */
    static <S> PlannedBatch<S> injected(long number, long first, Origin origin, S solution, Injection injection) {
        return new PlannedBatch<>(number, first, origin, List.of(new Injected<>(solution, injection)));
    }

    /** One candidate before it is written. */
    sealed interface Planned<S> {

        /** What the journal calls who proposes it. */
        String operatorName();

        /** Numbers of the candidates that it is made from. */
        default List<Long> parentNumbers() {
            return List.of();
        }

        /** Who brought it, if a person did. */
        default Optional<Injection> injection() {
            return Optional.empty();
        }
    }

    /** One of the environment's first solutions. */
    record Seed<S>(S solution) implements Planned<S> {
        @Override
        public String operatorName() {
            return Candidate.SEED;
        }
    }

    /** What a person brought. */
    record Injected<S>(S solution, Injection by) implements Planned<S> {
        @Override
        public String operatorName() {
            return Candidate.INJECTED;
        }

        @Override
        public Optional<Injection> injection() {
            return Optional.of(by);
        }
    }

    /** By an operator, from parents. */
    record Bred<S>(Operator<S> operator, List<Parent<S>> parents) implements Planned<S> {
        @Override
        public String operatorName() {
            return operator.name();
        }

        @Override
        public List<Long> parentNumbers() {
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

    /** Whether operators write all of it. */
    boolean isBred() {
        return plans.stream().allMatch(plan -> plan instanceof Bred);
    }

    /** The same plans at another place in the run; only for what a person brought, whose plan depends on no number. */
    PlannedBatch<S> at(long otherNumber, long otherFirst) {
        return new PlannedBatch<>(otherNumber, otherFirst, origin, plans);
    }

    /** Whether these candidates were made for this very plan: what a person brought must be the same thing, too. */
    boolean isOf(List<Candidate<S>> candidates) {
        boolean same = fits(candidates);
        for (int i = 0; same && i < size(); i++) {
            if (plans.get(i) instanceof Injected<S> injected) {
                Candidate<S> candidate = candidates.get(i);
                same = candidate.injection().equals(injected.injection())
                        && candidate.proposal() instanceof Proposal.Solved<S> solved
                        && Objects.deepEquals(solved.solution(), injected.solution());
            }
        }
        return same;
    }

    /** Whether these candidates are what this plan asked for. */
    boolean fits(List<Candidate<S>> candidates) {
        boolean alike = size() == candidates.size();
        for (int i = 0; alike && i < size(); i++) {
            Candidate<S> candidate = candidates.get(i);
            alike = candidate.number() == first + i
                    && candidate.batch() == number
                    && candidate.operator().equals(plans.get(i).operatorName())
                    && candidate.parents().equals(plans.get(i).parentNumbers());
        }
        return alike;
    }
}

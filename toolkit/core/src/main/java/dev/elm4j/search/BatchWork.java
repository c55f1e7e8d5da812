package dev.elm4j.search;

import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.RunEnded;
import dev.elm4j.environment.Streams.Step;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.PlannedBatch.Bred;
import dev.elm4j.search.PlannedBatch.Injected;
import dev.elm4j.search.PlannedBatch.Planned;
import dev.elm4j.search.PlannedBatch.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Proposes and evaluates batches. Its purse is that of one batch; whatever an operator or an
 * environment does wrong becomes a failure of the candidates concerned.
 */
record BatchWork<S>(Setup<S> setup, Purse purse, BooleanSupplier cancelled) {

    Candidates<S> propose(PlannedBatch<S> batch) {
        var proposals = new ArrayList<Proposal<S>>(Collections.nCopies(batch.size(), null));
        var usage = new ArrayList<>(Collections.nCopies(batch.size(), Usage.NONE));
        var groups = new LinkedHashMap<Operator<S>, List<Integer>>();
        for (int i = 0; i < batch.size(); i++) {
            Planned<S> planned = batch.plans().get(i);
            if (planned instanceof Bred<S> bred) {
                groups.computeIfAbsent(bred.operator(), o -> new ArrayList<>()).add(i);
            } else if (planned instanceof Seed<S> seed) {
                proposals.set(i, Proposal.of(seed.solution()));
            } else if (planned instanceof Injected<S> injected) {
                proposals.set(i, Proposal.of(injected.solution()));
            }
        }
        groups.forEach((operator, members) -> propose(batch, operator, members, proposals, usage));
        return new Candidates<>(batch.number(), numbered(batch, proposals), usage);
    }

    private void propose(
            PlannedBatch<S> batch,
            Operator<S> operator,
            List<Integer> members,
            List<Proposal<S>> proposals,
            List<Usage> usage) {
        long[] numbers = members.stream().mapToLong(i -> batch.first() + i).toArray();
        var context = new BatchContext(setup.seed(), Step.PROPOSE, numbers, purse, cancelled);
        var plans = new ArrayList<Plan<S>>();
        for (int i = 0; i < numbers.length; i++) {
            Bred<S> bred = (Bred<S>) batch.plans().get(members.get(i));
            plans.add(new Plan<>(numbers[i], i, bred.parents()));
        }
        String who = "Operator '%s'".formatted(operator.name());
        List<Proposal<S>> made =
                guarded(who, numbers.length, () -> operator.propose(List.copyOf(plans), context), Proposal::failed);
        for (int i = 0; i < numbers.length; i++) {
            proposals.set(members.get(i), made.get(i));
            usage.set(members.get(i), context.usage(i));
        }
    }

    private List<Candidate<S>> numbered(PlannedBatch<S> batch, List<Proposal<S>> proposals) {
        var candidates = new ArrayList<Candidate<S>>();
        for (int i = 0; i < batch.size(); i++) {
            Planned<S> planned = batch.plans().get(i);
            candidates.add(new Candidate<>(
                    batch.first() + i,
                    batch.number(),
                    planned.operatorName(),
                    planned.parentNumbers(),
                    proposals.get(i),
                    planned.injection()));
        }
        return candidates;
    }

    Evaluations evaluate(Candidates<S> candidates) {
        var evaluations = new Evaluation[candidates.size()];
        var usage = new Usage[candidates.size()];
        Arrays.fill(usage, Usage.NONE);
        var indices = new ArrayList<Integer>();
        var solutions = new ArrayList<S>();
        for (int i = 0; i < evaluations.length; i++) {
            Proposal<S> proposal = candidates.list().get(i).proposal();
            if (proposal instanceof Proposal.Solved<S> solved) {
                indices.add(i);
                solutions.add(solved.solution());
            } else if (proposal instanceof Proposal.Failed<S> failed) {
                evaluations[i] = failed.failure();
            }
        }
        if (!solutions.isEmpty()) {
            evaluate(candidates, indices, solutions, evaluations, usage);
        }
        return new Evaluations(
                candidates.batch(),
                Arrays.asList(evaluations),
                Arrays.asList(usage),
                setup.tessellation().axes());
    }

    private void evaluate(
            Candidates<S> candidates,
            List<Integer> indices,
            List<S> solutions,
            Evaluation[] evaluations,
            Usage[] usage) {
        long[] numbers = indices.stream()
                .mapToLong(i -> candidates.list().get(i).number())
                .toArray();
        var context = new BatchContext(setup.seed(), Step.EVALUATE, numbers, purse, cancelled);
        List<Evaluation> made = scored(solutions, context);
        for (int i = 0; i < numbers.length; i++) {
            evaluations[indices.get(i)] = made.get(i);
            usage[indices.get(i)] = context.usage(i);
        }
    }

    /** What the environment says of these solutions, one evaluation each whatever it does. */
    List<Evaluation> scored(List<S> solutions, BatchContext context) {
        String who = "Environment '%s'".formatted(setup.environment().name());
        return guarded(
                who,
                solutions.size(),
                () -> setup.environment().evaluate(Collections.unmodifiableList(solutions), context),
                failure -> failure);
    }

    /** Runs somebody's code; what it throws or gives wrongly becomes a failure of each of its candidates. */
    private <T> List<T> guarded(
            String who, int count, Supplier<List<T>> work, java.util.function.Function<Failure, T> failed) {
        String fault;
        try {
            List<T> made = work.get();
            purse.requireGoingOn(); // whatever it has made of the exception that said so
            if (made != null && made.size() == count && made.stream().noneMatch(Objects::isNull)) {
                return made;
            }
            fault = "%s must give %d results and none null, but gave %s."
                    .formatted(who, count, made == null ? "null" : made.size() + " with or without nulls");
        } catch (RunEnded end) { // no fault of a candidate, but the end of the run
            throw end;
        } catch (Exception | StackOverflowError | AssertionError | LinkageError error) {
            purse.requireGoingOn();
            fault = "%s threw %s".formatted(who, error);
        }
        if (cancelled.getAsBoolean()) { // an interrupt shows itself in many exceptions
            throw new CancellationException("The run was stopped.");
        }
        return Collections.nCopies(count, failed.apply(new Failure(Failure.THREW, fault)));
    }
}

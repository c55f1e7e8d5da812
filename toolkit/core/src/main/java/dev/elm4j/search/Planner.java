package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import dev.elm4j.environment.Streams;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import dev.elm4j.search.PlannedBatch.Planned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Draws plans: a function of the seed, the candidate's number and the archive at that moment, and of nothing else. The
 * first numbers belong to the environment's seeds; while the archive is empty the seeds stand in as parents.
 */
record Planner<S>(Setup<S> setup) {

    PlannedBatch<S> draw(long batch, long first, int size, Archive<S> archive) {
        var plans = LongStream.range(first, first + size)
                .mapToObj(number -> draw(number, archive))
                .toList();
        return new PlannedBatch<>(batch, first, plans);
    }

    private Planned<S> draw(long number, Archive<S> archive) {
        if (number < setup.environment().seeds().size()) {
            return new Planned<>(Optional.empty(), List.of());
        }
        SplittableRandom random = Streams.of(setup.seed(), Streams.Step.PLAN, number);
        Operator<S> operator =
                setup.operators().get(random.nextInt(setup.operators().size()));
        List<Parent<S>> parents = archive.isEmpty()
                ? seedParents(operator.parents(), random)
                : operator.selection().select(archive, operator.parents(), random).stream()
                        .map(Parent::of)
                        .toList();
        return new Planned<>(Optional.of(operator), parents);
    }

    private List<Parent<S>> seedParents(int count, SplittableRandom random) {
        List<S> seeds = setup.environment().seeds();
        var numbers = new ArrayList<>(IntStream.range(0, seeds.size()).boxed().toList());
        int chosen = Math.min(count, numbers.size());
        for (int i = 0; i < chosen; i++) { // a partial Fisher-Yates shuffle
            Collections.swap(numbers, i, i + random.nextInt(numbers.size() - i));
        }
        return numbers.subList(0, chosen).stream()
                .map(i -> new Parent<>(i, seeds.get(i), OptionalDouble.empty()))
                .toList();
    }
}

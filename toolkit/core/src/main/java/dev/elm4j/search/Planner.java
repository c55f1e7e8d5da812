package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import dev.elm4j.environment.Streams;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import dev.elm4j.search.PlannedBatch.Planned;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * Draws plans: a function of the seed, the candidate's number and the archive at that moment, and of nothing else. The
 * first numbers belong to the environment's seeds.
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
        List<Parent<S>> parents =
                setup.strategy().parents(operator, archive, setup.environment().seeds(), random);
        return new Planned<>(Optional.of(operator), parents);
    }
}

package dev.elm4j.functions;

import static java.util.Objects.requireNonNull;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Score;
import dev.elm4j.operator.Normals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/** The environment of {@link Functions#noisy}. */
record Noisy<S>(Environment<S> exact, double sd) implements Environment<S> {

    Noisy {
        requireNonNull(exact, "environment");
        if (!(sd >= 0 && Double.isFinite(sd))) {
            throw new IllegalArgumentException(
                    "Noise needs a finite standard deviation of at least 0, in units of the objective, but was %s."
                            .formatted(sd));
        }
    }

    @Override
    public String name() {
        return exact.name() + "-noise-" + sd;
    }

    @Override
    public String version() {
        return exact.version();
    }

    @Override
    public String task() {
        return exact.task();
    }

    @Override
    public Codec<S> codec() {
        return exact.codec();
    }

    @Override
    public List<Axis> axes() {
        return exact.axes();
    }

    @Override
    public List<S> seeds() {
        return exact.seeds();
    }

    @Override
    public Optional<Function<SplittableRandom, S>> sampler() {
        return exact.sampler();
    }

    @Override
    public List<Evaluation> evaluate(List<S> solutions, Context context) {
        List<Evaluation> evaluations = exact.evaluate(solutions, context);
        var noisy = new ArrayList<Evaluation>(evaluations.size());
        for (int i = 0; i < evaluations.size(); i++) {
            // Split off, so that the noise has nothing in common with numbers that the environment itself draws.
            noisy.add(blurred(evaluations.get(i), context.random(i).split()));
        }
        return noisy;
    }

    private Evaluation blurred(Evaluation evaluation, SplittableRandom random) {
        return evaluation instanceof Score score
                ? new Score(score.objective() + sd * Normals.next(random), score.measures(), score.artifacts())
                : evaluation;
    }
}

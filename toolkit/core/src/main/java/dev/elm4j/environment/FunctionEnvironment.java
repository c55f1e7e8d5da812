package dev.elm4j.environment;

import static java.util.Objects.requireNonNull;

import dev.elm4j.archive.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * An environment made of a function; see {@link Environment#of}. Copy methods set the rest: axes and seeds are needed
 * before a search can begin, a codec only for solutions other than String, double[] and boolean[].
 *
 * @param <S> type of a solution
 */
public final class FunctionEnvironment<S> implements Environment<S> {

    private final String name;
    private final String version;
    private final String task;
    private final Function<? super S, ? extends Evaluation> score;
    private final List<Axis> axes;
    private final List<S> seeds;
    private final Codec<S> codec;
    private final Function<SplittableRandom, S> sampler;

    private FunctionEnvironment(
            String name,
            String version,
            String task,
            Function<? super S, ? extends Evaluation> score,
            List<Axis> axes,
            List<S> seeds,
            Codec<S> codec,
            Function<SplittableRandom, S> sampler) {
        this.name = requireNonNull(name, "name");
        this.version = requireNonNull(version, "version");
        this.task = requireNonNull(task, "task");
        this.score = requireNonNull(score, "score");
        this.axes = List.copyOf(axes);
        this.seeds = List.copyOf(seeds);
        this.codec = codec;
        this.sampler = sampler;
    }

    static <S> FunctionEnvironment<S> of(String name, Function<? super S, ? extends Evaluation> score) {
        return new FunctionEnvironment<>(name, "1", "", score, List.of(), List.of(), null, null);
    }

    /** A copy with these axes, one per measure that the function gives. */
    public FunctionEnvironment<S> measures(Axis... axes) {
        return new FunctionEnvironment<>(name, version, task, score, List.of(axes), seeds, codec, sampler);
    }

    /** A copy with these first candidates. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final FunctionEnvironment<S> seeds(S... seeds) {
        return new FunctionEnvironment<>(name, version, task, score, axes, List.of(seeds), codec, sampler);
    }

    /** A copy that journals solutions by this codec. */
    public FunctionEnvironment<S> codec(Codec<S> codec) {
        return new FunctionEnvironment<>(
                name, version, task, score, axes, seeds, requireNonNull(codec, "codec"), sampler);
    }

    /** A copy of this version; change it whenever the function changes what it gives. */
    public FunctionEnvironment<S> version(String version) {
        return new FunctionEnvironment<>(name, version, task, score, axes, seeds, codec, sampler);
    }

    /** A copy that tells models this of its task. */
    public FunctionEnvironment<S> task(String task) {
        return new FunctionEnvironment<>(name, version, task, score, axes, seeds, codec, sampler);
    }

    /** A copy that draws solutions at random by this function, for random search. */
    public FunctionEnvironment<S> sampler(Function<SplittableRandom, S> sampler) {
        return new FunctionEnvironment<>(
                name, version, task, score, axes, seeds, codec, requireNonNull(sampler, "sampler"));
    }

    @Override
    public Optional<Function<SplittableRandom, S>> sampler() {
        return Optional.ofNullable(sampler);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String task() {
        return task;
    }

    @Override
    public List<Axis> axes() {
        return axes;
    }

    @Override
    public List<S> seeds() {
        return seeds;
    }

    @Override
    public Codec<S> codec() {
        if (codec != null) {
            return codec;
        }
        if (seeds.isEmpty()) {
            throw new IllegalStateException(
                    "Environment '%s' has no seeds, so its codec is unknown. Call .seeds(...) or .codec(...)."
                            .formatted(name));
        }
        return Codecs.builtIn(seeds.get(0))
                .orElseThrow(() -> new IllegalStateException(
                        "Environment '%s' has solutions of %s, which no built-in codec writes. Call .codec(Codec.of(...))."
                                .formatted(name, seeds.get(0).getClass())));
    }

    @Override
    public List<Evaluation> evaluate(List<S> solutions, Context context) {
        var evaluations = new ArrayList<Evaluation>(solutions.size());
        for (S solution : solutions) {
            context.checkCancelled();
            evaluations.add(evaluate(solution, context));
        }
        return evaluations;
    }

    private Evaluation evaluate(S solution, Context context) {
        try {
            Evaluation evaluation = score.apply(solution);
            return evaluation != null
                    ? evaluation
                    : Evaluation.failed(Failure.THREW, "Environment '%s' gave null.".formatted(name));
        } catch (RunEnded end) { // no fault of the solution
            throw end;
        } catch (RuntimeException | StackOverflowError fault) { // somebody's scoring code: its failure is data
            context.checkCancelled(); // an interrupt shows itself in many exceptions
            return Evaluation.failed(Failure.THREW, fault.toString());
        }
    }
}

package dev.elm4j.environment;

import dev.elm4j.archive.Axis;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A problem: it scores solutions, and knows how to write them down, where to begin, and which axes suit it.
 *
 * <p>An environment never varies a solution and never owns a loop. A problem of one's own is one cell:
 *
 * <pre>{@code
 * var shout = Environment.of("short-and-loud", (String s) ->
 *                 Evaluation.of(s.chars().filter(Character::isUpperCase).count(), s.length()))
 *         .measures(Axis.of("length", 0, 80))
 *         .seeds("hello", "HELLO!");
 * }</pre>
 *
 * <p>{@link #evaluate} is called from several threads at once, one batch each.
 *
 * @param <S> type of a solution
 */
public interface Environment<S> {

    /** Its name, part of a run's identity. */
    String name();

    /** Changes whenever scores change, so that a journal is not continued under other rules; default {@code "1"}. */
    default String version() {
        return "1";
    }

    /** What a model must be told of the task, as plain text; default none. */
    default String task() {
        return "";
    }

    /** How solutions are journaled. */
    Codec<S> codec();

    /** The axes that suit this problem, in the order of the measures. */
    List<Axis> axes();

    /** The first candidates, at least one; journaled like all others. */
    List<S> seeds();

    /**
     * Draws a solution at random, without parents: where random search takes its candidates from. Default: none, the problem
     * knows no such thing.
     */
    default Optional<Function<SplittableRandom, S>> sampler() {
        return Optional.empty();
    }

    /**
     * Scores solutions.
     *
     * @param solutions one batch; entry {@code i} belongs to index {@code i} of the context
     * @param context random streams, models, cancellation
     * @return one evaluation per solution, in order
     */
    List<Evaluation> evaluate(List<S> solutions, Context context);

    /**
     * A problem from a function that scores one solution. Exceptions that it throws become failures of that candidate.
     *
     * @param name part of the run's identity
     * @param score gives the objective and one number per measure
     */
    static <S> FunctionEnvironment<S> of(String name, Function<? super S, ? extends Evaluation> score) {
        return FunctionEnvironment.of(name, score);
    }
}

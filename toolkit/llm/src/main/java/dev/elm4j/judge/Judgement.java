package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a judge says of one text: a number and how far it can be trusted, or why there is none.
 *
 * <p>A text that a judge cannot score is data, as everywhere: it becomes the candidate's failure and never a zero.
 *
 * <pre>{@code
 * Judgement sure = Judgement.of(0.75);
 * sure.value();                                           // 0.75
 * Judgement none = Judgement.failed("unreadable rating", "The model wrote a poem.");
 * none.value();                                           // NaN, which no archive takes in
 * Judgement.evaluation(sure, Judgement.of(12), none);     // objective, then measures: here the failure
 * }</pre>
 */
public sealed interface Judgement {

    /**
     * A number.
     *
     * <pre>{@code
     * var mean = new Judgement.Given(0.6, OptionalDouble.of(0.1), 3, 1);   // of 4 samples one could not be read
     * mean.samples();   // 3
     * }</pre>
     *
     * @param value in the judge's range
     * @param spread standard deviation, in the unit of the value: over the samples of a rating, over the labels that the
     *     model holds possible, over the anchors of a distance; empty where nothing is known, as of a single sample
     * @param samples how many answers the value is the mean of, at least 1
     * @param dropped answers that could not be read and are not in the value
     */
    record Given(double value, OptionalDouble spread, int samples, int dropped) implements Judgement {

        /** @throws IllegalArgumentException if the value or the spread is not finite, or a count too small */
        public Given {
            requireNonNull(spread, "spread");
            if (!Double.isFinite(value) || !Double.isFinite(spread.orElse(0)) || spread.orElse(0) < 0) {
                throw new IllegalArgumentException(
                        "A judgement needs a finite value and a finite spread of at least 0, but was %s and %s."
                                .formatted(value, spread));
            }
            requireCounts(samples, 1, dropped);
        }

        @Override
        public Optional<Failure> failure() {
            return Optional.empty();
        }
    }

    /**
     * No number.
     *
     * <pre>{@code
     * var none = new Judgement.Failed(Evaluation.failed("blank text", "It has no letter."), 0);
     * none.reason().kind();   // "blank text"
     * }</pre>
     *
     * @param reason why
     * @param dropped answers that could not be read
     */
    record Failed(Failure reason, int dropped) implements Judgement {

        public Failed {
            requireNonNull(reason, "reason");
            requireCounts(0, 0, dropped);
        }

        @Override
        public double value() {
            return Double.NaN;
        }

        @Override
        public OptionalDouble spread() {
            return OptionalDouble.empty();
        }

        @Override
        public int samples() {
            return 0;
        }

        @Override
        public Optional<Failure> failure() {
            return Optional.of(reason);
        }
    }

    /** The number; NaN if there is none. */
    double value();

    /** Standard deviation of the number, if it is known; see {@link Given}. */
    OptionalDouble spread();

    /** How many answers the value is the mean of; 0 if there is none. */
    int samples();

    /** How many answers could not be read. */
    int dropped();

    /** Why there is no number; empty if there is one. */
    Optional<Failure> failure();

    /** A number that is known exactly, such as a count of words: one sample, spread 0. */
    static Judgement of(double value) {
        return of(value, 0);
    }

    /** A number from one answer, with its spread. */
    static Judgement of(double value, double spread) {
        return new Given(value, OptionalDouble.of(spread), 1, 0);
    }

    /** No number, for this reason. */
    static Judgement failed(String kind, String reason) {
        return failed(Evaluation.failed(kind, reason));
    }

    /** No number, because of this failure. */
    static Judgement failed(Failure failure) {
        return new Failed(failure, 0);
    }

    /**
     * What an environment says of a solution whose objective and measures are judged: the score, or the first failure among
     * objective and measures, in this order.
     *
     * @param objective quality, greater is better
     * @param measures one per axis, in their order
     */
    static Evaluation evaluation(Judgement objective, Judgement... measures) {
        Optional<Failure> failure = Stream.concat(Stream.of(objective), Arrays.stream(measures))
                .flatMap(judgement -> judgement.failure().stream())
                .findFirst();
        return failure.<Evaluation>map(reason -> reason)
                .orElseGet(() -> Evaluation.of(
                        objective.value(),
                        Arrays.stream(measures).mapToDouble(Judgement::value).toArray()));
    }

    private static void requireCounts(int samples, int fewest, int dropped) {
        if (samples < fewest || dropped < 0) {
            throw new IllegalArgumentException(
                    "A judgement needs at least %d samples and at least 0 dropped ones, but was %d and %d."
                            .formatted(fewest, samples, dropped));
        }
    }
}

package dev.elm4j.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Score;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every problem of the package keeps. */
class FunctionsContractTest {

    /**
     * A problem with what its documentation says of it.
     *
     * @param best an optimum
     * @param most objective of it
     * @param least objective that no solution of the box is below
     */
    record Known<S>(Environment<S> environment, S best, double most, double least) {

        @Override
        public String toString() {
            return environment.name();
        }
    }

    static Stream<Known<?>> vectors() {
        return Stream.of(
                new Known<>(Functions.sphere(10), filled(10, 2.048), 100, 0),
                new Known<>(Functions.sphere(4), filled(4, 2.048), 100, 0),
                new Known<>(Functions.rastrigin(10), filled(10, 2.048), 100, -10.7),
                new Known<>(Functions.arm(7), filled(7, 0.3), 0, -Math.PI * Math.PI),
                new Known<>(Functions.ackley(5), new double[5], 0, -22.4));
    }

    static Stream<Known<?>> all() {
        return Stream.concat(
                vectors(),
                Stream.of(
                        new Known<>(Functions.trap(4, 3), ones(12), 1, 0),
                        new Known<>(Functions.trap(3, 5), ones(15), 1, 0),
                        new Known<>(Functions.matching("hello world"), "hello world", 1, 0)));
    }

    private static double[] filled(int dimensions, double value) {
        double[] x = new double[dimensions];
        Arrays.fill(x, value);
        return x;
    }

    private static boolean[] ones(int length) {
        boolean[] bits = new boolean[length];
        Arrays.fill(bits, true);
        return bits;
    }

    private static <S> Evaluation evaluation(Environment<S> environment, S solution) {
        return environment.evaluate(List.of(solution), Context.unmetered(0, 1)).get(0);
    }

    private static <S> Score score(Environment<S> environment, S solution) {
        return (Score) evaluation(environment, solution);
    }

    private static <S> List<S> sample(Environment<S> environment, int count) {
        Function<SplittableRandom, S> sampler = environment.sampler().orElseThrow();
        var random = new SplittableRandom(20261111);
        return IntStream.range(0, count).mapToObj(i -> sampler.apply(random)).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    <S> void theOptimumIsWhatTheDocumentationSays(Known<S> known) {
        double most = score(known.environment(), known.best()).objective();
        assertThat(Math.abs(most - known.most())).isLessThan(1e-9);
    }

    @ParameterizedTest
    @MethodSource("all")
    <S> void noSampleIsBetterThanTheOptimumOrWorseThanTheLeast(Known<S> known) {
        for (S solution : sample(known.environment(), 5_000)) {
            assertThat(score(known.environment(), solution).objective()).isBetween(known.least(), known.most() + 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    <S> void samplesLieWithinTheAxes(Known<S> known) {
        List<Axis> axes = known.environment().axes();
        for (S solution : sample(known.environment(), 5_000)) {
            Score score = score(known.environment(), solution);
            assertThat(score.measures().size()).isEqualTo(axes.size());
            for (int i = 0; i < axes.size(); i++) {
                assertThat(score.measures().at(i))
                        .isBetween(axes.get(i).min(), axes.get(i).max());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    <S> void seedsAreScoredAndAreNotTheOptimum(Known<S> known) {
        // All angles of a straight arm are equal: every arm's first is among its best, and the search is for places.
        boolean easy = known.environment().name().startsWith("arm");
        assertThat(known.environment().seeds()).isNotEmpty().allSatisfy(seed -> assertThat(
                        score(known.environment(), seed).objective() < known.most())
                .isNotEqualTo(easy));
    }

    @ParameterizedTest
    @MethodSource("all")
    <S> void samplesDifferAndComeAgainFromTheSameNumbers(Known<S> known) {
        Codec<S> codec = known.environment().codec();
        List<String> once = sample(known.environment(), 50).stream()
                .map(solution -> codec.encode(solution).toString())
                .toList();
        assertThat(once)
                .isEqualTo(sample(known.environment(), 50).stream()
                        .map(solution -> codec.encode(solution).toString())
                        .toList());
        assertThat(once.stream().distinct().count()).isGreaterThan(45);
    }

    @ParameterizedTest
    @MethodSource("all")
    <S> void theSameSolutionScoresTheSameAfterJournaling(Known<S> known) {
        Codec<S> codec = known.environment().codec();
        for (S solution : sample(known.environment(), 50)) {
            assertThat(evaluation(known.environment(), codec.decode(codec.encode(solution))))
                    .isEqualTo(evaluation(known.environment(), solution));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aVectorOfTheWrongLengthIsAFailure(Known<double[]> known) {
        assertThat(evaluation(known.environment(), new double[99])).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.kind()).isEqualTo("wrong length");
            assertThat(failure.reason())
                    .contains("Expected " + known.best().length)
                    .contains("99");
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    <S> void aRunOfItCanBeNamedAfterIt(Known<S> known) {
        assertThat(known.environment().name()).matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
        assertThat(Functions.noisy(known.environment(), 1e-9).name()).matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    }
}

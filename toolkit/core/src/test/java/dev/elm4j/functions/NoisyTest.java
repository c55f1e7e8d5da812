package dev.elm4j.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Score;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.search.Search;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoisyTest {

    private static final int SIZE = 50_000;
    private static final double[] SOLUTION = {1, 2};

    private static double[] objectives(Environment<double[]> environment, long seed) {
        return environment.evaluate(Collections.nCopies(SIZE, SOLUTION), Context.unmetered(seed, SIZE)).stream()
                .mapToDouble(evaluation -> ((Score) evaluation).objective())
                .toArray();
    }

    @Test
    void noiseIsNormalAboutTheExactObjective() {
        double exact = objectives(Functions.sphere(2), 1)[0];
        double sum = 0;
        double squares = 0;
        double tails = 0;
        for (double objective : objectives(Functions.noisy(Functions.sphere(2), 5), 20261112)) {
            double noise = (objective - exact) / 5;
            sum += noise;
            squares += noise * noise;
            tails += Math.abs(noise) > 2 ? 1 : 0;
        }
        // Five standard errors of each estimate (p = 6e-7).
        assertThat(sum / SIZE).isCloseTo(0, within(5 / Math.sqrt(SIZE)));
        assertThat(squares / SIZE).isCloseTo(1, within(5 * Math.sqrt(2.0 / SIZE)));
        assertThat(tails / SIZE).isCloseTo(0.0455, within(5 * Math.sqrt(0.0455 * 0.9545 / SIZE)));
    }

    @Test
    void noiseComesFromTheStreamOfEachCandidate() {
        var noisy = Functions.noisy(Functions.sphere(2), 5);
        assertThat(objectives(noisy, 1)).isEqualTo(objectives(noisy, 1)).isNotEqualTo(objectives(noisy, 2));
        var search = Search.of(noisy).operators(Gaussian.of(1)).seed(3);
        search.run(200);
        var again = Search.of(noisy).operators(Gaussian.of(1)).seed(3).threads(2);
        again.run(200);
        assertThat(again.progress().statistics()).isEqualTo(search.progress().statistics());
    }

    @Test
    void noiseHasNothingInCommonWithWhatTheEnvironmentDraws() {
        var noisy = Functions.noisy(new Drawing(), 1);
        double product = 0;
        for (double[] pair : drawnAndNoise(noisy)) {
            product += pair[0] * pair[1];
        }
        assertThat(product / SIZE).isCloseTo(0, within(5 * Math.sqrt(1 / 12.0 / SIZE)));
    }

    private static List<double[]> drawnAndNoise(Environment<double[]> noisy) {
        var pairs = new ArrayList<double[]>();
        for (Evaluation evaluation : noisy.evaluate(Collections.nCopies(SIZE, SOLUTION), Context.unmetered(4, SIZE))) {
            Score score = (Score) evaluation;
            pairs.add(new double[] {score.measures().at(0) - 0.5, score.objective()});
        }
        return pairs;
    }

    /** Objective 0; its measure is the first number of the candidate's stream. */
    private record Drawing() implements Environment<double[]> {

        @Override
        public String name() {
            return "drawing";
        }

        @Override
        public Codec<double[]> codec() {
            return Codec.doubles();
        }

        @Override
        public List<Axis> axes() {
            return List.of(Axis.of("drawn", 0, 1));
        }

        @Override
        public List<double[]> seeds() {
            return List.of(new double[1]);
        }

        @Override
        public List<Evaluation> evaluate(List<double[]> solutions, Context context) {
            var evaluations = new ArrayList<Evaluation>();
            for (int i = 0; i < solutions.size(); i++) {
                evaluations.add(Evaluation.of(0, context.random(i).nextDouble()));
            }
            return evaluations;
        }
    }

    @Test
    void allElseIsThatOfTheExactProblem() {
        var exact = Functions.arm(3);
        var noisy = Functions.noisy(exact, 0.5);
        assertThat(noisy.name()).isEqualTo("arm-3-noise-0.5");
        assertThat(noisy.axes()).isEqualTo(exact.axes());
        assertThat(noisy.seeds()).isEqualTo(exact.seeds());
        assertThat(noisy.sampler()).isEqualTo(exact.sampler());
        assertThat(noisy.version()).isEqualTo(exact.version());
        assertThat(noisy.task()).isEqualTo(exact.task());
        List<Evaluation> evaluations =
                noisy.evaluate(List.of(new double[] {0, 0, 0}, new double[1]), Context.unmetered(1, 2));
        assertThat(((Score) evaluations.get(0)).measures().toArray()).containsExactly(3, 0);
        assertThat(evaluations.get(1)).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void rejectsADeviationThatIsNone(double sd) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Functions.noisy(Functions.sphere(2), sd))
                .withMessageContaining("but was " + sd);
    }

    @Test
    void rejectsNoEnvironment() {
        assertThatNullPointerException()
                .isThrownBy(() -> Functions.noisy(null, 1))
                .withMessage("environment");
    }
}

package dev.elm4j.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Score;
import dev.elm4j.operator.BitFlip;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.Letters;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.Search;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionsTest {

    private static <S> Score score(Environment<S> environment, S solution) {
        return (Score)
                environment.evaluate(List.of(solution), Context.unmetered(0, 1)).get(0);
    }

    private static Score sphere(double... x) {
        return score(Functions.sphere(x.length), x);
    }

    private static Score arm(double... angles) {
        return score(Functions.arm(angles.length), angles);
    }

    private static Score matched(String text) {
        return score(Functions.matching("soup"), text);
    }

    private static double[] corner() {
        double[] corner = new double[10];
        Arrays.fill(corner, -5.12);
        return corner;
    }

    @Test
    void theFarCornerOfSphereAndRastriginIsZero() {
        assertThat(sphere(corner()).objective()).isCloseTo(0, within(1e-9));
        assertThat(score(Functions.rastrigin(10), corner()).objective()).isCloseTo(0, within(1e-9));
    }

    @Test
    void coordinatesBeyondTheBoundFoldBack() {
        assertThat(sphere(3, 10.24).measures().toArray()).containsExactly(3, 0.5);
        assertThat(score(Functions.rastrigin(2), new double[] {3, -10.24})
                        .measures()
                        .toArray())
                .containsExactly(3, -0.5);
    }

    @Test
    void theSphereIsThatOfTheJournalsThatExist() {
        assertThat(Functions.sphere(5).name()).isEqualTo("sphere-5");
        assertThat(Functions.sphere(5).version()).isEqualTo("1");
        assertThat(Functions.sphere(5).axes())
                .containsExactly(
                        Axis.of("first half", -12.8, 12.8).bins(20),
                        Axis.of("second half", -12.8, 12.8).bins(20));
        assertThat(Functions.sphere(5).seeds().get(0)).containsOnly(0).hasSize(5);
        assertThat(sphere(0, 1, -2, 3, 0.5).objective()).isEqualTo(90.2758228535555);
    }

    @Test
    void rastriginHasLocalOptimaAboutEveryWholeStep() {
        double[] least = {100};
        for (double x = -5.12; x <= 5.12; x += 1e-4) {
            least[0] = Math.min(
                    least[0], score(Functions.rastrigin(2), new double[] {x, x}).objective());
        }
        assertThat(least[0]).isBetween(-10.7, -10.6);
        double top =
                score(Functions.rastrigin(2), new double[] {3.045, 2.048}).objective(); // nearly 1 from the optimum
        assertThat(top)
                .isGreaterThan(
                        score(Functions.rastrigin(2), new double[] {2.9, 2.048}).objective())
                .isGreaterThan(
                        score(Functions.rastrigin(2), new double[] {3.2, 2.048}).objective())
                .isLessThan(100);
    }

    @Test
    void theArmReachesWhereItsAnglesPoint() {
        double quarter = Math.PI / 2;
        assertThat(arm(0, 0, 0).measures().toArray()).containsExactly(3, 0);
        double[] round = arm(quarter, quarter, quarter, quarter).measures().toArray();
        assertThat(round[0]).isCloseTo(0, within(1e-12));
        assertThat(round[1]).isCloseTo(0, within(1e-12));
        double[] bent = arm(quarter, -quarter).measures().toArray();
        assertThat(bent[0]).isCloseTo(1, within(1e-12));
        assertThat(bent[1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void theArmIsWorthMinusTheVarianceOfItsAngles() {
        assertThat(arm(1, 2, 3, 6).objective()).isCloseTo(-3.5, within(1e-12));
        assertThat(arm(-Math.PI, Math.PI).objective()).isCloseTo(-Math.PI * Math.PI, within(1e-12));
    }

    @Test
    void ackleyIsTheValueOfTheFormula() {
        // 20 - 20 exp(-0.2) + e - exp(1) at (1, 1)
        assertThat(score(Functions.ackley(2), new double[] {1, -1}).objective())
                .isCloseTo(-(20 - 20 * Math.exp(-0.2)), within(1e-12));
        assertThat(score(Functions.ackley(3), new double[] {0.5, -7, 2})
                        .measures()
                        .toArray())
                .containsExactly(0.5, -7);
    }

    @ParameterizedTest
    @CsvSource({
        "111111111111, 1, 6, 6",
        "000000000000, 0.6666666666666666, 0, 0",
        "110110110110, 0, 4, 4",
        "111000001011, 0.5, 3, 3"
    })
    void trapsLeadAwayFromTheOptimum(String bits, double objective, double first, double second) {
        var solution = new boolean[bits.length()];
        for (int i = 0; i < solution.length; i++) {
            solution[i] = bits.charAt(i) == '1';
        }
        Score score = score(Functions.trap(4, 3), solution);
        assertThat(score.objective()).isEqualTo(objective);
        assertThat(score.measures().toArray()).containsExactly(first, second);
    }

    @Test
    void bitsOfTheWrongLengthAreAFailure() {
        assertThat(Functions.trap(4, 3)
                        .evaluate(List.of(new boolean[11]), Context.unmetered(0, 1))
                        .get(0))
                .isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.reason())
                        .isEqualTo("Expected 12 bits, but got 11."));
    }

    @Test
    void everyNumberOfOnesHasItsBinWhileThereAreFew() {
        Axis ones = Functions.trap(4, 4).axes().get(0);
        for (int i = 0; i <= 8; i++) {
            assertThat(ones.scale().binOf(i)).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @CsvSource({"soup, 1, 4, 0.5", "Soup, 0.75, 4, 0.5", "so, 0.5, 2, 0.5", "soup and, 0.5, 8, 0.375", "'', 0, 0, 0"})
    void aTextIsWorthTheShareOfItsPlacesThatMatch(String text, double objective, double length, double vowels) {
        assertThat(matched(text).objective()).isEqualTo(objective);
        assertThat(matched(text).measures().toArray()).containsExactly(length, vowels);
    }

    @Test
    void targetsOfTheSameLengthAreDifferentProblems() {
        assertThat(Functions.matching("soup").name())
                .isNotEqualTo(Functions.matching("soap").name());
    }

    @Test
    void searchFillsTheMapAndClimbs() {
        var search = Search.of(Functions.sphere(4)).operators(Gaussian.of(1)).seed(1);
        search.run(100);
        double early = search.progress().statistics().qdScore();
        search.run(3_000);
        assertThat(search.progress().statistics().qdScore()).isGreaterThan(2 * early);
        assertThat(search.archive().best().objective()).isGreaterThan(95);
    }

    @Test
    void searchGetsOutOfTheTrapsAndFindsTheText() {
        var traps = Search.of(Functions.trap(3, 3))
                .operators(BitFlip.standard().atLeastOne())
                .seed(1);
        traps.run(2_000);
        assertThat(traps.archive().best().objective()).isEqualTo(1);
        var text = Search.of(Functions.matching("soup"))
                .operators(Letters.lowercase())
                .seed(1);
        text.run(6_000);
        assertThat(text.archive().best().solution()).isEqualTo("soup");
    }

    /** Random search: wants no parents. */
    private record Sampling(Environment<double[]> environment) implements Operator<double[]> {

        @Override
        public String name() {
            return "sampling";
        }

        @Override
        public int parents() {
            return 0;
        }

        @Override
        public List<Proposal<double[]>> propose(List<Plan<double[]>> plans, Context context) {
            var sampler = environment.sampler().orElseThrow();
            return plans.stream()
                    .peek(plan -> assertThat(plan.parents()).isEmpty())
                    .map(plan -> Proposal.of(sampler.apply(context.random(plan.index()))))
                    .toList();
        }
    }

    @Test
    void anOperatorThatWantsNoParentsGetsNone() {
        var environment = Functions.arm(4);
        var search = Search.of(environment).operators(new Sampling(environment)).seed(1);
        search.run(500);
        assertThat(search.archive().size()).isGreaterThan(100);
    }

    static Stream<IntFunction<Environment<double[]>>> vectors() {
        return Stream.of(Functions::sphere, Functions::rastrigin, Functions::arm, Functions::ackley);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void oneDimensionIsTooFew(IntFunction<Environment<double[]>> function) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> function.apply(1))
                .withMessageContaining("at least 2")
                .withMessageContaining("but was 1");
    }

    @Test
    void rejectsTrapsAndTargetsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Functions.trap(1, 4))
                .withMessageContaining("1 blocks");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Functions.trap(4, 1))
                .withMessageContaining("of 1 bits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Functions.matching(""))
                .withMessageContaining("empty");
        assertThatNullPointerException()
                .isThrownBy(() -> Functions.matching(null))
                .withMessage("target");
    }
}

package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureTest {

    private static final int DRAWS = 60_000;

    private static List<Credit> nothing(int operators) {
        return Collections.nCopies(operators, Credit.NONE);
    }

    private static long[] chosen(Mixture mixture, int operators) {
        var random = new SplittableRandom(20261103);
        var counts = new long[operators];
        for (int i = 0; i < DRAWS; i++) {
            counts[mixture.choose(nothing(operators), random)]++;
        }
        return counts;
    }

    @Test
    void uniformChoosesAllAlike() {
        assertThat(TestDraws.chiSquared(chosen(Mixture.uniform(), 4), 0.25, 0.25, 0.25, 0.25))
                .isLessThan(30.66); // p = 1e-6, 3 degrees of freedom
    }

    @Test
    void weightsAreProbabilitiesAndZeroIsNever() {
        long[] counts = chosen(Mixture.weighted(0, 3, 0, 1, 2, 0), 6);
        assertThat(new long[] {counts[0], counts[2], counts[5]}).containsOnly(0);
        assertThat(TestDraws.chiSquared(counts, 0, 1 / 2.0, 0, 1 / 6.0, 1 / 3.0, 0))
                .isLessThan(27.63); // p = 1e-6, 2 degrees of freedom
    }

    @Test
    void weightsAreOnePerOperator() {
        var random = new SplittableRandom(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mixture.weighted(1, 2).choose(nothing(3), random))
                .withMessageContaining("2 weights")
                .withMessageContaining("3 operators");
    }

    @Test
    void rejectsWeightsThatAreNone() {
        for (double[] weights : new double[][] {
            {}, {0, 0}, {1, -1, 2}, {Double.NaN, 1}, {Double.POSITIVE_INFINITY}, {Double.MAX_VALUE, Double.MAX_VALUE}
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Mixture.weighted(weights))
                    .withMessageContaining(Arrays.toString(weights));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void rejectsAnExplorationThatIsNone(double exploration) {
        assertThatIllegalArgumentException().isThrownBy(() -> Mixture.ucb1(exploration));
    }

    @Test
    void namesSayTheSettings() {
        assertThat(List.of(Mixture.uniform(), Mixture.weighted(3, 1), Mixture.ucb1(), Mixture.ucb1(0.5)))
                .extracting(Mixture::name)
                .containsExactly("uniform", "weighted(3.0, 1.0)", "ucb1(1.0)", "ucb1(0.5)");
    }

    @Test
    void ucb1TriesEveryOperatorFirstInOrder() {
        var random = new SplittableRandom(1);
        assertThat(Mixture.ucb1().choose(nothing(3), random)).isZero();
        assertThat(Mixture.ucb1().choose(List.of(new Credit(9, 9, 0), Credit.NONE, Credit.NONE), random))
                .isEqualTo(1);
        // Planned is tried, too.
        assertThat(Mixture.ucb1().choose(List.of(new Credit(9, 9, 0), new Credit(0, 0, 1), Credit.NONE), random))
                .isEqualTo(2);
    }

    @Test
    void ucb1WeighsMeanAgainstDoubt() {
        // Bounds at N = 110: 0.6 + sqrt(2 ln 110 / 100) = 0.907 and 0.1 + sqrt(2 ln 110 / 10) = 1.070.
        var credits = List.of(new Credit(100, 60, 0), new Credit(10, 1, 0));
        assertThat(Mixture.ucb1().choose(credits, new SplittableRandom(1))).isEqualTo(1);
        assertThat(Mixture.ucb1(0.1).choose(credits, new SplittableRandom(1))).isZero();
        // The same mean with 30 more planned: 0.1 + sqrt(2 ln 140 / 40) = 0.597.
        var planned = List.of(new Credit(100, 60, 0), new Credit(10, 1, 30));
        assertThat(Mixture.ucb1().choose(planned, new SplittableRandom(1))).isZero();
    }

    @Test
    void ucb1GivesATieToTheFirst() {
        var credits = List.of(new Credit(5, 1, 0), new Credit(5, 2, 1), new Credit(5, 2, 1));
        assertThat(Mixture.ucb1().choose(credits, new SplittableRandom(1))).isEqualTo(1);
    }

    /** Chooses {@code batch} operators at a time; their rewards come when all are chosen. Gives what each was chosen. */
    private static long[] bandit(Mixture mixture, double[] rewards, int batches, int batch) {
        var random = new SplittableRandom(20261104);
        var credits = new ArrayList<>(nothing(rewards.length));
        var pulls = new long[rewards.length];
        for (int b = 0; b < batches; b++) {
            for (int i = 0; i < batch; i++) {
                int arm = mixture.choose(List.copyOf(credits), random);
                Credit old = credits.get(arm);
                credits.set(arm, new Credit(old.finished(), old.reward(), old.unfinished() + 1));
                pulls[arm]++;
            }
            for (int arm = 0; arm < rewards.length; arm++) {
                Credit old = credits.get(arm);
                double earned = 0;
                for (long i = 0; i < old.unfinished(); i++) {
                    earned += random.nextDouble() < rewards[arm] ? 1 : 0;
                }
                credits.set(arm, new Credit(old.finished() + old.unfinished(), old.reward() + earned, 0));
            }
        }
        return pulls;
    }

    @Test
    void ucb1FindsTheBestOfThreeBandits() {
        double[] rewards = {0.2, 0.8, 0.5};
        for (int batch : new int[] {1, 10}) {
            int draws = 5_000;
            long[] pulls = bandit(Mixture.ucb1(), rewards, draws / batch, batch);
            double regret = 0.6 * pulls[0] + 0.3 * pulls[2];
            // Auer 2002, theorem 1: at most 8 ln(n) / gap per worse arm and (1 + pi^2 / 3) times the gaps, 345 here;
            // a batch of pulls may pass before its rewards are known.
            assertThat(regret).isBetween(1.0, 345 + 0.6 * batch);
            assertThat(pulls[1]).isGreaterThan((long) (0.85 * draws));
            assertThat(pulls[0]).isLessThan(pulls[2]);
        }
    }

    @Test
    void ucb1SpreadsABatchOfWhichNothingIsKnown() {
        assertThat(bandit(Mixture.ucb1(), new double[] {0.2, 0.8, 0.5}, 1, 12)).containsExactly(4, 4, 4);
        assertThat(bandit(Mixture.ucb1(0), new double[] {0.2, 0.8, 0.5}, 1, 3)).containsExactly(1, 1, 1);
    }
}

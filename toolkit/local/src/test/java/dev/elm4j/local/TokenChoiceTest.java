package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.model.Sampling;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TokenChoiceTest {

    /** Four tokens, 10 to 13, with the probabilities 0.5, 0.25, 0.125 and 0.125. */
    private static final NextTokens NEXT =
            new NextTokens(new float[] {0, log(0.5), log(0.25), log(0.125), log(0.125), 10, 11, 12, 13}, 4);

    private static final int DRAWS = 40_000;

    @Test
    void drawsByProbability() {
        int[] count = draws(Sampling.of(1).topP(1), -1);
        // Chi-squared with 3 degrees of freedom; 30.66 is the critical value for p = 1e-6. One seed, fixed.
        double[] expected = {0.5, 0.25, 0.125, 0.125};
        double chiSquared = 0;
        for (int i = 0; i < 4; i++) {
            double n = expected[i] * DRAWS;
            chiSquared += (count[i] - n) * (count[i] - n) / n;
        }
        assertThat(chiSquared).isLessThan(30.66);
    }

    @Test
    void drawsOnlyFromTheNucleus() {
        int[] count = draws(Sampling.of(1).topP(0.7), -1);
        assertThat(count[0]).isBetween(DRAWS * 2 / 3 - 800, DRAWS * 2 / 3 + 800);
        assertThat(count[1]).isEqualTo(DRAWS - count[0]);
        assertThat(draws(Sampling.of(1).topP(0.45), -1)[0]).isEqualTo(DRAWS);
    }

    @Test
    void neverDrawsABannedToken() {
        int[] count = draws(Sampling.of(1).topP(0.7), 10);
        assertThat(count[0]).isZero();
        assertThat(count[1]).isPositive();
        assertThat(count[2]).isPositive();
        assertThat(count[3]).isZero();
    }

    @Test
    void takesTheLikeliestAtTemperatureZero() {
        assertThat(draws(Sampling.of(0), -1)[0]).isEqualTo(DRAWS);
        assertThat(draws(Sampling.of(0), 10)[1]).isEqualTo(DRAWS);
    }

    @Test
    void takesOneNumberFromTheStreamWhateverTheSampling() {
        SplittableRandom greedy = new SplittableRandom(3);
        SplittableRandom drawn = new SplittableRandom(3);
        TokenChoice.draw(NEXT, 0, Sampling.of(0), id -> false, greedy);
        TokenChoice.draw(NEXT, 0, Sampling.of(1), id -> true, drawn);
        assertThat(greedy.nextLong()).isEqualTo(drawn.nextLong());
    }

    private static int[] draws(Sampling sampling, int banned) {
        SplittableRandom random = new SplittableRandom(20240517);
        int[] count = new int[4];
        for (int i = 0; i < DRAWS; i++) {
            count[TokenChoice.draw(NEXT, 0, sampling, id -> id == banned, random) - 10]++;
        }
        return count;
    }

    private static float log(double probability) {
        return (float) Math.log(probability);
    }
}

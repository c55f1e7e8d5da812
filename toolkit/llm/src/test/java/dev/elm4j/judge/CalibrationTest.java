package dev.elm4j.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void centreLiesBetweenTheMeansWhateverTheirCounts() {
        var calibration = Calibration.of(new double[] {4, 6}, new double[] {1, 1, 1, 1});
        assertThat(calibration.centre()).isEqualTo(3);
        assertThat(calibration.scale()).isCloseTo(Math.sqrt((1 + 9 + 4 * 4) / 6.0), within(0.0005));
        assertThat(calibration.examples()).isEqualTo(6);
        assertThat(calibration.accuracy()).isEqualTo(1);
        assertThat(calibration.auc()).isEqualTo(1);
    }

    @Test
    void accuracyAndAucCountWhatIsOnTheWrongSide() {
        var calibration = Calibration.of(new double[] {3, 1}, new double[] {0, 2});
        assertThat(calibration.centre()).isEqualTo(1.5);
        assertThat(calibration.accuracy()).isEqualTo(0.5);
        assertThat(calibration.auc()).isEqualTo(0.75); // of four pairs only 1 against 2 is wrong
        assertThat(Calibration.of(new double[] {1, 3}, new double[] {1, 0}).auc())
                .isEqualTo(0.875); // a tie is half
    }

    @Test
    void mappingKeepsOrderAndStaysWithinItsRange() {
        var random = new SplittableRandom(20241103);
        for (int round = 0; round < 100; round++) {
            double[] first = random.doubles(20, -1, 5).toArray();
            double[] second = random.doubles(20, -5, 1).toArray();
            var calibration = Calibration.of(first, second);
            assertThat(calibration.map(calibration.centre())).isZero();
            double[] differences = random.doubles(50, -30, 30).sorted().toArray();
            double[] tones = Arrays.stream(differences).map(calibration::map).toArray();
            assertThat(tones).isSorted();
            assertThat(Arrays.stream(tones).allMatch(tone -> tone >= -1 && tone <= 1))
                    .isTrue();
            assertThat(calibration.map(calibration.centre() + 0.2)).isPositive();
            assertThat(calibration.map(calibration.centre() - 0.2)).isNegative();
        }
    }

    @Test
    void leaningOfTheModelCancelsOut() {
        double[] first = {3, 5, 4.5};
        double[] second = {1, -1, 0};
        var fair = Calibration.of(first, second);
        var leaning = Calibration.of(shifted(first), shifted(second));
        for (double d = -8; d < 8; d += 0.37) {
            assertThat(leaning.map(d - 100)).isCloseTo(fair.map(d), within(1e-3));
        }
    }

    private static double[] shifted(double[] values) {
        return Arrays.stream(values).map(value -> value - 100).toArray();
    }

    @Test
    void printsOnOneLineWhatItUses() {
        assertThat(Calibration.of(new double[] {3, 5.1234}, new double[] {1, -1}))
                .hasToString(
                        "Calibration on 4 examples: centre 2.031, scale 2.278; 100.0 % on the right side, AUC 1.000");
    }

    @Test
    void refusesExamplesThatTeachNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of(new double[] {1}, new double[0]))
                .withMessage("A calibration needs examples of both labels, but got 1 and 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of(new double[] {1}, new double[] {1}))
                .withMessageContaining("Does the model tell the labels apart at all?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of(new double[] {Double.NaN}, new double[] {1}));
    }
}

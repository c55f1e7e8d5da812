package dev.elm4j.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.contract.JudgeContract;
import dev.elm4j.judge.Scaling.Knot;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScaledTest extends JudgeContract {

    private static final BagOfWords MODEL = new BagOfWords("soup", "bread", "bus", "was", "sister");
    private static final Judge SOUP = Anchors.near(List.of("the soup", "was"), MODEL);

    @Override
    protected Judge judge() {
        return Scaled.of(SOUP, Scaling.linear(0, 1, -3, 3));
    }

    @Override
    protected List<Judge> variants() {
        return List.of(
                SOUP,
                Scaled.of(SOUP, Scaling.linear(0, 1, -3, 4)),
                Scaled.of(SOUP, Scaling.linear(0, 0.9, -3, 3)),
                Scaled.of(Anchors.near(List.of("the bus"), MODEL), Scaling.linear(0, 1, -3, 3)));
    }

    @Override
    protected double[] range() {
        return new double[] {-3, 3};
    }

    @Test
    void aLineIsCutAtItsEnds() {
        Scaling line = Scaling.linear(0.2, 0.6, -1, 1);
        assertThat(line.map(0.4)).isCloseTo(0, within(1e-12));
        assertThat(line.map(0.5)).isCloseTo(0.5, within(1e-12));
        assertThat(line.map(-7)).isEqualTo(-1);
        assertThat(line.map(7)).isEqualTo(1);
        assertThat(line.map(Double.NaN)).isNaN();
    }

    @Test
    void isotonicIsTheBestOfAllAscendingMaps() {
        var random = new SplittableRandom(20250122);
        for (int round = 0; round < 200; round++) {
            int n = random.nextInt(1, 7);
            var values = new ArrayList<Double>();
            var scores = new ArrayList<Double>();
            for (int i = 0; i < n; i++) {
                values.add((double) random.nextInt(5)); // with ties
                scores.add((double) random.nextInt(3));
            }
            Scaling map = Scaling.isotonic(values, scores);
            double best = bestOf(values, scores, 0, 0, new double[5]);
            assertThat(loss(map, values, scores)).isLessThanOrEqualTo(best + 1e-9);
        }
    }

    /** Least loss among all ascending maps of 0 to 4 onto quarters from 0 to 2; the best of all maps is no worse. */
    private static double bestOf(List<Double> values, List<Double> scores, int at, int from, double[] map) {
        if (at == map.length) {
            double loss = 0;
            for (int i = 0; i < values.size(); i++) {
                double miss = map[values.get(i).intValue()] - scores.get(i);
                loss += miss * miss;
            }
            return loss;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int level = from; level <= 8; level++) {
            map[at] = level / 4.0;
            best = Math.min(best, bestOf(values, scores, at + 1, level, map));
        }
        return best;
    }

    private static double loss(Scaling map, List<Double> values, List<Double> scores) {
        double loss = 0;
        for (int i = 0; i < values.size(); i++) {
            double miss = map.map(values.get(i)) - scores.get(i);
            loss += miss * miss;
        }
        return loss;
    }

    @Test
    void isotonicPoolsWhatDescends() {
        Scaling map = Scaling.isotonic(List.of(3.0, 1.0, 2.0, 4.0), List.of(0.0, 0.0, 1.0, 1.0));
        assertThat(map.knots()).containsExactly(new Knot(1, 0), new Knot(2, 0.5), new Knot(3, 0.5), new Knot(4, 1));
        assertThat(map.map(1.5)).isEqualTo(0.25);
    }

    @Test
    void neverTurnsTheOrderRound() {
        var random = new SplittableRandom(20250123);
        for (int round = 0; round < 100; round++) {
            List<Double> values = random.doubles(50).boxed().toList();
            List<Double> scores =
                    values.stream().map(v -> v + random.nextDouble()).toList();
            Scaling map = Scaling.isotonic(values, scores);
            double[] mapped =
                    random.doubles(100, -0.5, 1.5).sorted().map(map::map).toArray();
            assertThat(mapped).isSorted();
        }
    }

    @Test
    void fittedSpeaksInPeoplesScoresAndLeavesFailuresOut() {
        Judge judge = JudgeReportTest.judge(text -> text.equals("poem") ? Double.NaN : Double.parseDouble(text));
        var fitted = Scaled.fitted(
                judge, List.of(new ScoredText("1", 10), new ScoredText("poem", 99), new ScoredText("3", 20)));
        assertThat(fitted.judgement("2")).isEqualTo(Judgement.of(15, 0.25 * 5)); // twice as far is ten more
        assertThat(fitted.judgement("poem").failure()).isPresent();
    }

    @Test
    void refusesMapsThatDescend() {
        assertThatIllegalArgumentException().isThrownBy(() -> Scaling.linear(0, 1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Scaling.linear(1, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scaling(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Scaling.isotonic(List.of(1.0), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Knot(0, Double.NaN));
    }
}

package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BestSelectionTest extends SelectionContract {

    @Override
    Selection selection() {
        return Selection.best(0.2);
    }

    @Override
    boolean even() {
        return false;
    }

    @Test
    void theBestFifthComesEquallyOftenAndNoOther() {
        Archive<Integer> archive = archive(50);
        List<Integer> best = archive.elites().stream()
                .map(Elite::solution)
                .sorted(Comparator.reverseOrder())
                .limit(10)
                .toList();
        var counts = new long[10];
        var random = new SplittableRandom(20261108);
        for (int i = 0; i < 40_000; i++) {
            counts[best.indexOf(selection().select(archive, 3, random).get(0).solution())]++;
        }
        double[] even = new double[10];
        Arrays.fill(even, 0.1);
        assertThat(TestDraws.chiSquared(counts, even)).isLessThan(45.1); // p < 1e-6, 9 degrees of freedom
    }

    @Test
    void takesMoreThanItsShareWhereMoreAreWanted() {
        assertThat(Selection.best(0.01).select(archive(50), 4, new SplittableRandom(1)))
                .extracting(Elite::solution)
                .containsExactlyInAnyOrderElementsOf(archive(50).elites().stream()
                        .map(Elite::solution)
                        .sorted(Comparator.reverseOrder())
                        .limit(4)
                        .toList());
    }

    @Test
    void refusesAShareOutOfRange() {
        for (double share : new double[] {0, -1, 1.5, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Selection.best(share))
                    .withMessageContaining("share in (0, 1]");
        }
        assertThat(Selection.best(0.1).name()).isEqualTo("best(0.1)");
    }
}

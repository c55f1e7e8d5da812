package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UniformSelectionTest extends SelectionContract {

    @Override
    Selection selection() {
        return Selection.uniform();
    }

    /** Journals and notebooks hold these choices. */
    @Test
    void choosesAsAShuffleOfAllWould() {
        for (int size : List.of(1, 2, 7, 90)) {
            Archive<Integer> archive = archive(size);
            for (int count : List.of(1, 2, 4, 89, 100)) {
                for (int seed = 0; seed < 20; seed++) {
                    assertThat(selection().select(archive, count, new SplittableRandom(seed)))
                            .isEqualTo(shuffled(archive, count, new SplittableRandom(seed)));
                }
            }
        }
    }

    private static List<Elite<Integer>> shuffled(Archive<Integer> archive, int count, SplittableRandom random) {
        var pool = new ArrayList<>(archive.elites());
        int chosen = Math.min(count, pool.size());
        for (int i = 0; i < chosen; i++) {
            Collections.swap(pool, i, i + random.nextInt(pool.size() - i));
        }
        return pool.subList(0, chosen);
    }

    @Test
    void everyOrderedPairIsEquallyLikely() {
        var pairs = new long[20];
        Archive<Integer> archive = archive(5);
        var random = new SplittableRandom(20261107);
        for (int i = 0; i < 40_000; i++) {
            List<Elite<Integer>> pair = selection().select(archive, 2, random);
            int a = archive.elites().indexOf(pair.get(0));
            int b = archive.elites().indexOf(pair.get(1));
            pairs[4 * a + (b > a ? b - 1 : b)]++;
        }
        double[] even = new double[20];
        Arrays.fill(even, 1 / 20.0);
        assertThat(TestDraws.chiSquared(pairs, even)).isLessThan(63.7); // p = 1e-6, 19 degrees of freedom
    }
}

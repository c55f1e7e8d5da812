package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Measures;
import dev.elm4j.archive.Tessellation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearCellSelectionTest extends SelectionContract {

    @Override
    Selection selection() {
        return Selection.nearCell();
    }

    /** Journals and an executed notebook hold these choices. Few objectives, so that there are ties of all kinds. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.7, 0.5, 0.1, 0.001})
    void choosesAsShufflingAndSortingAllWould(double share) {
        var random = new SplittableRandom(8);
        for (int round = 0; round < 60; round++) {
            Archive<Integer> archive = tied(1 + random.nextInt(60), random);
            for (int count : List.of(1, 2, 3, 10, 70)) {
                long seed = random.nextLong();
                var ours = new SplittableRandom(seed);
                var theirs = new SplittableRandom(seed);
                assertThat(Selection.nearCell(share).select(archive, count, ours))
                        .isEqualTo(sorted(archive, count, share, theirs));
                assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
            }
        }
    }

    private static Archive<Integer> tied(int elites, SplittableRandom random) {
        Archive<Integer> archive = Archive.of(Tessellation.grid(
                Axis.of("x", 0, 10).bins(10), Axis.of("y", 0, 10).bins(10)));
        double[] objectives = {-1, -0.0, 0.0, 0.5, 2};
        while (archive.size() < elites) {
            int cell = random.nextInt(100);
            double objective = objectives[random.nextInt(objectives.length)];
            archive.add((long) cell, cell, objective, Measures.of(cell / 10 + 0.5, cell % 10 + 0.5));
        }
        return archive;
    }

    private static List<Elite<Integer>> sorted(
            Archive<Integer> archive, int count, double share, SplittableRandom random) {
        var elites = new ArrayList<>(archive.elites());
        int centre = elites.get(random.nextInt(elites.size())).cell();
        shuffle(elites, random);
        List<Elite<Integer>> better = elites;
        if (share < 1) {
            elites.sort(Comparator.comparingDouble(elite -> -elite.objective()));
            int kept = Math.max(count, (int) Math.ceil(share * elites.size()));
            better = elites.subList(0, Math.min(kept, elites.size()));
        }
        var near = new ArrayList<>(better);
        near.sort(Comparator.comparingDouble(elite -> archive.tessellation().distance(elite.cell(), centre)));
        var chosen = new ArrayList<>(near.subList(0, Math.min(count, near.size())));
        shuffle(chosen, random);
        return chosen;
    }

    private static void shuffle(List<?> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }

    @Test
    void aShareOfTheBestLeavesTheWorseOut() {
        Archive<Integer> archive =
                Archive.of(Tessellation.grid(Axis.of("x", 0, 10).bins(10)));
        for (int i = 0; i < 10; i++) {
            archive.add(i, i, i + 0.5);
        }
        var random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            assertThat(Selection.nearCell(0.5).select(archive, 3, random))
                    .hasSize(3)
                    .allSatisfy(elite -> assertThat(elite.objective()).isGreaterThanOrEqualTo(5));
        }
        assertThat(Selection.nearCell(0.1).select(archive, 3, random)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void rejectsAShareThatIsNone(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.nearCell(share))
                .withMessageContaining("but was " + share);
    }

    @Test
    void givesNeighbours() {
        Archive<Integer> archive = archive(100);
        var random = new SplittableRandom(6);
        for (int i = 0; i < 200; i++) {
            List<Elite<Integer>> chosen = selection().select(archive, 3, random);
            // In a full grid the centre and two of its neighbours come, which are at most two steps apart.
            for (var a : chosen) {
                for (var b : chosen) {
                    assertThat(archive.tessellation().distance(a.cell(), b.cell()))
                            .isLessThanOrEqualTo(2);
                }
            }
        }
    }
}

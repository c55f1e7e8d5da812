package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Tessellation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {

    static Stream<Selection> selections() {
        return Stream.of(Selection.uniform(), Selection.nearCell(), Selection.nearCell(0.5));
    }

    /** Those that ask nothing of an elite's objective. */
    static Stream<Selection> evenSelections() {
        return Stream.of(Selection.uniform(), Selection.nearCell());
    }

    private static Archive<Integer> archive(int elites) {
        Archive<Integer> archive = Archive.of(Tessellation.grid(
                Axis.of("x", 0, 10).bins(10), Axis.of("y", 0, 10).bins(10)));
        var random = new SplittableRandom(5);
        while (archive.size() < elites) {
            int cell = random.nextInt(100);
            archive.add(cell, 1, cell / 10 + 0.5, cell % 10 + 0.5);
        }
        return archive;
    }

    @ParameterizedTest
    @MethodSource("selections")
    void givesDifferentElitesAndAsManyAsThereAre(Selection selection) {
        for (int elites : List.of(1, 3, 50)) {
            Archive<Integer> archive = archive(elites);
            for (int count : List.of(1, 2, 4, 60)) {
                List<Elite<Integer>> chosen = selection.select(archive, count, new SplittableRandom(count));
                assertThat(chosen).hasSize(Math.min(count, elites)).doesNotHaveDuplicates();
                assertThat(archive.elites()).containsAll(chosen);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("evenSelections")
    void everyEliteIsChosenWithTheSameProbability(Selection selection) {
        Archive<Integer> archive = archive(20);
        int draws = 40_000;
        var count = new int[100];
        var random = new SplittableRandom(20261106);
        for (int i = 0; i < draws; i++) {
            count[selection.select(archive, 1, random).get(0).cell()]++;
        }
        double expected = draws / 20.0;
        double chiSquared = archive.elites().stream()
                .mapToDouble(elite -> Math.pow(count[elite.cell()] - expected, 2) / expected)
                .sum();
        assertThat(chiSquared).isLessThan(63.7); // p = 1e-6, 19 degrees of freedom
    }

    @Test
    void nearCellOfTheBetterHalfLeavesTheWorseHalfOut() {
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
        assertThatIllegalArgumentException().isThrownBy(() -> Selection.nearCell(0));
    }

    @Test
    void nearCellGivesNeighbours() {
        Archive<Integer> archive = archive(100);
        var random = new SplittableRandom(6);
        for (int i = 0; i < 200; i++) {
            List<Elite<Integer>> chosen = Selection.nearCell().select(archive, 3, random);
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

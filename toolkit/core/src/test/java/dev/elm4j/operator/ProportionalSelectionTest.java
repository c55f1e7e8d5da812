package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Measures;
import dev.elm4j.archive.Tessellation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProportionalSelectionTest extends SelectionContract {

    /** Objectives of a cell's members, and the probability of each. */
    private record Cell(List<Double> objectives, double... probabilities) {}

    /** The first three are the cases of the authors' code. */
    static List<Cell> cells() {
        return List.of(
                new Cell(List.of(-3.0, -2.0, -1.0), 0, 1 / 3.0, 2 / 3.0),
                new Cell(List.of(2.0, 2.0, 2.0), 1 / 3.0, 1 / 3.0, 1 / 3.0),
                new Cell(List.of(-7.0), 1),
                new Cell(List.of(101.0, 103.0, 100.0, 100.0), 0.25, 0.75, 0, 0),
                new Cell(List.of(-Double.MAX_VALUE, 0.0, Double.MAX_VALUE), 0, 1 / 3.0, 2 / 3.0),
                new Cell(List.of(0.0, Double.MIN_VALUE), 0.5, 0.5)); // too near each other to tell
    }

    @Override
    Selection selection() {
        return Selection.proportional();
    }

    private static List<Elite<Integer>> members(List<Double> objectives) {
        var axes = List.of(Axis.of("x", 0, 1));
        return java.util.stream.IntStream.range(0, objectives.size())
                .mapToObj(i -> new Elite<>(i, i, objectives.get(i), Measures.of(0.5), 5, axes))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void membersAreChosenByTheirObjectiveAboveTheLeast(Cell cell) {
        List<Elite<Integer>> members = members(cell.objectives());
        var counts = new long[members.size()];
        var random = new SplittableRandom(20261109);
        for (int i = 0; i < 40_000; i++) {
            counts[ProportionalSelection.member(members, random).solution()]++;
        }
        for (int i = 0; i < counts.length; i++) {
            assertThat(counts[i] == 0).isEqualTo(cell.probabilities()[i] == 0);
        }
        assertThat(TestDraws.chiSquared(counts, cell.probabilities()))
                .isLessThan(27.63); // p = 1e-6, 2 degrees of freedom at most
    }

    @Test
    void weightsAreSharesOfTheRange() {
        assertThat(ProportionalSelection.weights(members(List.of(-3.0, -2.0, -1.0))))
                .containsExactly(0, 0.5, 1);
    }

    @Test
    void cellsCountAlikeHoweverGood() {
        Archive<Integer> archive =
                Archive.of(Tessellation.grid(Axis.of("x", 0, 3).bins(3)));
        archive.add(0, -1_000, 0.5);
        archive.add(1, 0, 1.5);
        archive.add(2, 1_000, 2.5);
        double third = 1 / 3.0;
        assertThat(TestDraws.chiSquared(firsts(selection(), archive, 1), third, third, third))
                .isLessThan(27.63); // p = 1e-6, 2 degrees of freedom
    }

    @Test
    void severalParentsComeFromDifferentCells() {
        Archive<Integer> archive = archive(10);
        var random = new SplittableRandom(3);
        for (int i = 0; i < 100; i++) {
            int[] cells = selection().select(archive, 6, random).stream()
                    .mapToInt(Elite::cell)
                    .toArray();
            assertThat(Arrays.stream(cells).distinct().count()).isEqualTo(6);
        }
    }
}

package dev.elm4j.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellPolicyTest {

    private static final Tessellation ONE = Tessellation.grid(Axis.of("m", 0, 1).bins(1));

    static LongStream seeds() {
        return new SplittableRandom(20261205).longs(10);
    }

    private static Archive<Integer> one(CellPolicy policy, long seed) {
        return Archive.of(ONE, policy, seed);
    }

    private static List<Integer> solutions(Archive<Integer> archive) {
        return archive.members(0).stream().map(Elite::solution).toList();
    }

    /** Ages are places in the cell: members stand in the order in which they came, so the victim's age is its place. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aFullDeepGridCellLosesEachMemberEquallyOften(long seed) {
        int depth = 8;
        Archive<Integer> archive = one(CellPolicy.deepGrid(depth), seed);
        int[] count = new int[depth];
        for (int i = 0; i < 10_000 + depth; i++) {
            List<Integer> before = solutions(archive);
            archive.add(i, -i, 0.5); // ever worse, so that the best is among those that may go
            if (before.size() == depth) {
                List<Integer> after = solutions(archive);
                count[
                        IntStream.range(0, depth)
                                .filter(place -> !after.contains(before.get(place)))
                                .findFirst()
                                .orElseThrow()]++;
                assertThat(after.get(depth - 1)).isEqualTo(i);
            }
        }
        double expected = 10_000.0 / depth;
        double chiSquared = IntStream.of(count)
                .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                .sum();
        // The critical value for p = 1e-6 and 7 degrees of freedom; the seeds are fixed.
        assertThat(chiSquared).isLessThan(40.52);
    }

    @Test
    void theDrawsOfADeepGridFollowFromItsSeedAndItsAddsAlone() {
        Archive<Integer> first = one(CellPolicy.deepGrid(5), 7);
        Archive<Integer> second = one(CellPolicy.deepGrid(5), 7);
        Archive<Integer> other = one(CellPolicy.deepGrid(5), 8);
        for (int i = 0; i < 200; i++) {
            first.add(i, 0, 0.5);
            second.decide(1, Measures.of(0.5));
            second.snapshot().members();
            second.add(i, 0, 0.5);
            other.add(i, 0, 0.5);
        }
        assertThat(solutions(first)).isEqualTo(solutions(second)).isNotEqualTo(solutions(other));
    }

    @Test
    void aDeepGridForgetsItsEliteButNotTheBestEver() {
        Archive<Integer> archive = one(CellPolicy.deepGrid(1), 0);
        archive.add(1, 5, 0.5);
        assertThat(archive.add(2, 3, 0.5)).isEqualTo(new AddResult(AddStatus.ADDED, 0, -2));
        assertThat(archive.elite(0).orElseThrow().solution()).isEqualTo(2);
        assertThat(archive.best().solution()).isEqualTo(1);
        assertThat(archive.statistics()).isEqualTo(new Statistics(1, 1, 3, 5, 3));
        assertThat(archive.threshold(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void topKeepsTheBestInOrderAndEqualsAsTheyCame() {
        Archive<Integer> archive = one(CellPolicy.top(3), 0);
        assertThat(archive.add(1, 5, 0.5)).isEqualTo(new AddResult(AddStatus.NEW, 0, 5));
        assertThat(archive.add(2, 3, 0.5)).isEqualTo(new AddResult(AddStatus.ADDED, 0, -2));
        assertThat(archive.threshold(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(archive.add(3, 5, 0.5)).isEqualTo(new AddResult(AddStatus.ADDED, 0, 0));
        assertThat(solutions(archive)).containsExactly(1, 3, 2);
        assertThat(archive.threshold(0)).isEqualTo(3);
        assertThat(archive.add(4, 3, 0.5)).isEqualTo(new AddResult(AddStatus.NOT_ADDED, 0, -2));
        assertThat(archive.add(5, 6, 0.5)).isEqualTo(new AddResult(AddStatus.IMPROVED, 0, 1));
        assertThat(solutions(archive)).containsExactly(5, 1, 3);
        assertThat(archive.statistics().qdScore()).isEqualTo(6);
    }

    @Test
    void aSoftThresholdLetsAWorseSolutionIn() {
        Archive<Integer> archive = one(CellPolicy.softThreshold(0.1, -1), 0);
        assertThat(archive.threshold(0)).isEqualTo(-1);
        assertThat(archive.add(0, -1, 0.5)).isEqualTo(new AddResult(AddStatus.NOT_ADDED, 0, 0));
        assertThat(archive.add(1, 1, 0.5)).isEqualTo(new AddResult(AddStatus.NEW, 0, 2));
        assertThat(archive.threshold(0)).isCloseTo(-0.8, within(1e-15));
        assertThat(archive.add(2, 0, 0.5).status()).isEqualTo(AddStatus.IMPROVED);
        assertThat(archive.threshold(0)).isCloseTo(-0.72, within(1e-15));
        assertThat(archive.elite(0).orElseThrow().solution()).isEqualTo(2);
        assertThat(archive.best().solution()).isEqualTo(1);
    }

    @Test
    void namesTellPoliciesAndSettingsApart() {
        assertThat(List.of(
                        CellPolicy.elite(),
                        CellPolicy.softThreshold(1, 0),
                        CellPolicy.softThreshold(0.5, 0),
                        CellPolicy.deepGrid(3),
                        CellPolicy.top(3)))
                .extracting(CellPolicy::name)
                .containsExactly(
                        "elite", "soft threshold(1.0, 0.0)", "soft threshold(0.5, 0.0)", "deep grid(3)", "top(3)");
        assertThat(CellPolicy.softThreshold(1, Double.NEGATIVE_INFINITY)).isEqualTo(CellPolicy.elite());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aDepthBelowOneIsRefused(int depth) {
        String message = "A cell must hold at least 1 solution, but the depth was %d. Try 50.".formatted(depth);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellPolicy.deepGrid(depth))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellPolicy.top(depth))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1, 0, must be in",
        "1.1, 0, must be in",
        "NaN, 0, must be in",
        "0.5, -Infinity, needs a finite minimum",
        "0.5, NaN, The minimum must be",
        "1, Infinity, The minimum must be"
    })
    void aSoftThresholdThatCannotBeIsExplained(double rate, double minimum, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellPolicy.softThreshold(rate, minimum))
                .withMessageContaining(message);
    }

    @Test
    void membersThatDoNotFitAreNotRestored() {
        Archive<Integer> archive = one(CellPolicy.top(2), 0);
        archive.add(1, 5, 0.5);
        archive.add(2, 3, 0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Archive.restored(ONE, CellPolicy.elite(), archive.members()))
                .withMessage("Cell 0 has more than the 1 members that elite keeps. Use refill(members).");
        Archive<Integer> fine = Archive.of(Tessellation.grid(Axis.of("m", 0, 1).bins(2)));
        fine.add(1, 5, 0.9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Archive.restored(ONE, CellPolicy.elite(), fine.members()))
                .withMessageContaining("says cell 1, but its measures are in cell 0 here");
        var state = fine.state();
        var edited = new ArchiveState<>(state.members(), List.of(1.0, 2.0), state.best(), 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Archive.restored(fine.tessellation(), CellPolicy.elite(), edited))
                .withMessageContaining("Expected one threshold per occupied cell (1) or none, but got 2");
    }
}

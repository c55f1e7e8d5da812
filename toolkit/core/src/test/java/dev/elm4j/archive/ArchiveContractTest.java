package dev.elm4j.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every archive promises of adding, over all kinds of cells and all policies. */
class ArchiveContractTest {

    @ParameterizedTest
    @MethodSource("dev.elm4j.archive.ArchiveKind#kinds")
    void statisticsEqualThoseRecomputedAfterEveryAdd(ArchiveKind kind) {
        Archive<Integer> archive = kind.archive();
        var stream = kind.draws(1);
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 300; i++) {
            double objective = stream.objective();
            AddResult result = archive.add(i, objective, stream.point());
            best = result.status() == AddStatus.NOT_ADDED ? best : Math.max(best, objective);
            assertRecomputed(archive, best);
        }
    }

    private static void assertRecomputed(Archive<Integer> archive, double best) {
        double sum = archive.elites().stream().mapToDouble(Elite::objective).sum();
        Statistics statistics = archive.statistics();
        assertThat(statistics.elites()).isEqualTo(archive.size());
        assertThat(statistics.cells()).isEqualTo(archive.tessellation().cells());
        assertThat(statistics.qdScore()).isEqualTo(sum); // quarters have no rounding
        if (!archive.isEmpty()) {
            assertThat(statistics.best()).isEqualTo(best);
            assertThat(archive.best().objective()).isEqualTo(best);
            assertThat(statistics.mean()).isCloseTo(sum / archive.size(), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.elm4j.archive.ArchiveKind#kinds")
    void whatAddAnswersIsWhatHappens(ArchiveKind kind) {
        Archive<Integer> archive = kind.archive();
        var stream = kind.draws(2);
        for (int i = 0; i < 500; i++) {
            double objective = stream.objective();
            double[] point = stream.point();
            int cell = kind.tessellation().cellOf(point);
            List<Elite<Integer>> before = archive.members(cell);
            double threshold = archive.threshold(cell);
            double best = archive.elite(cell).map(Elite::objective).orElse(Double.NaN);
            AddResult decided = archive.decide(objective, Measures.of(point));
            AddResult result = archive.add(i, i, objective, Measures.of(point));
            assertThat(result).isEqualTo(decided);
            assertThat(result.cell()).isEqualTo(cell);
            assertThat(result.status() != AddStatus.NOT_ADDED).isEqualTo(objective > threshold);
            assertThat(contains(archive.members(cell), i)).isEqualTo(objective > threshold);
            assertThat(result.status() == AddStatus.NEW).isEqualTo(before.isEmpty() && objective > threshold);
            if (kind.policy().depth() > 1 && !before.isEmpty()) {
                assertThat(result.value()).isEqualTo(objective - best);
                assertThat(result.status() == AddStatus.IMPROVED).isEqualTo(objective > best);
            }
        }
    }

    private static boolean contains(List<Elite<Integer>> members, int solution) {
        return members.stream().anyMatch(member -> member.solution() == solution);
    }

    @ParameterizedTest
    @MethodSource("dev.elm4j.archive.ArchiveKind#kinds")
    void aCellHoldsNoMoreThanItsDepthAndItsEliteIsTheFirstOfTheBest(ArchiveKind kind) {
        Archive<Integer> archive = kind.filled();
        var firsts = new ArrayList<Elite<Integer>>();
        for (int cell = 0; cell < kind.tessellation().cells(); cell++) {
            List<Elite<Integer>> members = archive.members(cell);
            assertThat(members).hasSizeLessThanOrEqualTo(kind.policy().depth());
            Elite<Integer> best = members.stream()
                    .max(Comparator.<Elite<Integer>>comparingDouble(Elite::objective)
                            .thenComparing(Comparator.<Elite<Integer>>comparingLong(Elite::candidate)
                                    .reversed()))
                    .orElse(null);
            assertThat(archive.elite(cell).orElse(null)).isSameAs(best);
            if (best != null) {
                firsts.add(best);
            }
        }
        assertThat(archive.elites()).containsExactlyInAnyOrderElementsOf(firsts);
    }

    /** The batch rule is about the archive before the batch, so contents agree where the best of a cell always enters. */
    @ParameterizedTest
    @MethodSource("dev.elm4j.archive.ArchiveKind#kinds")
    void aBatchLeavesWhatAddingOneByOneLeaves(ArchiveKind kind) {
        if (!kind.isElitist() && kind.policy() instanceof CellPolicy.SoftThreshold) {
            return;
        }
        Archive<Integer> batched = kind.archive();
        Archive<Integer> single = kind.archive();
        var stream = kind.draws(3);
        for (int size : new int[] {0, 1, 200, 7, 40}) {
            double[] objectives = new double[size];
            double[][] points = new double[size][];
            for (int i = 0; i < size; i++) {
                objectives[i] = stream.objective();
                points[i] = stream.point();
                single.add(i, objectives[i], points[i]);
            }
            batched.add(IntStream.range(0, size).boxed().toList(), objectives, points);
            assertThat(batched.members()).containsExactlyInAnyOrderElementsOf(single.members());
            assertThat(batched.state().best()).isEqualTo(single.state().best());
            assertThat(batched.statistics()).isEqualTo(single.statistics());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.elm4j.archive.ArchiveKind#kinds")
    void badInputIsRefusedAndChangesNothing(ArchiveKind kind) {
        Archive<Integer> archive = kind.filled();
        ArchiveState<Integer> before = archive.state();
        double[] point = kind.draws(7).point();
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] wrong = {point[0], bad};
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> archive.add(1, bad, point))
                    .withMessageContaining("objective must be finite, but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> archive.add(1, 9, wrong))
                    .withMessageContaining("must be finite, but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> archive.add(List.of(1, 2), new double[] {9, bad}, new double[][] {point, point}))
                    .withMessageStartingWith("objectives[1] must be finite, but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> archive.add(List.of(1, 2), new double[] {9, 9}, new double[][] {point, wrong}))
                    .withMessageStartingWith("measures[1]: ")
                    .withMessageContaining("must be finite, but was " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> archive.add(1, 9, point[0]))
                .withMessageContaining("Expected 2 measures (")
                .withMessageContaining("), but got 1.");
        assertThatNullPointerException()
                .isThrownBy(() -> archive.add(null, 9, point))
                .withMessage("solution");
        assertThatNullPointerException()
                .isThrownBy(() -> archive.add(
                        java.util.Arrays.asList(1, null), new double[] {9, 9}, new double[][] {point, point}))
                .withMessage("solutions[1]");
        assertThatNullPointerException()
                .isThrownBy(() -> archive.add(List.of(1, 2), new double[] {9, 9}, new double[][] {point, null}))
                .withMessage("measures[1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> archive.add(List.of(1, 2), new double[] {9}, new double[][] {point, point}))
                .withMessageContaining("but got 2 solutions, 1 objectives and 2 rows of measures");
        assertThat(archive.state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("dev.elm4j.archive.ArchiveKind#kinds")
    void offspringIsForgottenWhenTheMemberLeaves(ArchiveKind kind) {
        Archive<Integer> archive = kind.archive();
        var stream = kind.draws(8);
        var counts = new HashMap<Long, Offspring>();
        for (int i = 0; i < 400; i++) {
            archive.add(i, i, stream.objective(), Measures.of(stream.point()));
            var present = new HashSet<>(
                    archive.members().stream().map(Elite::candidate).toList());
            long parent = stream.random.nextInt(i + 1);
            boolean entered = stream.random.nextBoolean();
            archive.bred(parent, entered);
            if (present.contains(parent)) {
                counts.merge(parent, Offspring.NONE.plus(entered), (old, one) -> old.plus(entered));
            }
            counts.keySet().retainAll(present);
        }
        for (Elite<Integer> member : archive.members()) {
            assertThat(archive.offspring(member)).isEqualTo(counts.getOrDefault(member.candidate(), Offspring.NONE));
        }
        Elite<Integer> gone = new Elite<>(12_345, 1, 1, Measures.of(0, 0), 0, List.of());
        archive.bred(12_345, true);
        assertThat(archive.offspring(gone)).isEqualTo(Offspring.NONE);
    }
}

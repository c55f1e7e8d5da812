package dev.elm4j.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every archive promises, over all kinds of cells and all policies. */
class ArchiveContractTest {

    /** One kind of archive. */
    private record Kind(String name, Tessellation tessellation, CellPolicy policy, long seed) {

        Archive<Integer> archive() {
            return Archive.of(tessellation, policy, seed);
        }

        boolean isElitist() {
            return policy.equals(CellPolicy.elite()) || policy instanceof CellPolicy.Top;
        }

        @Override
        public String toString() {
            return name + ", " + policy.name();
        }
    }

    static Stream<Kind> kinds() {
        Axis x = Axis.of("x", -1, 1).bins(6);
        Axis y = Axis.of("y", 0, 8).bins(4);
        Axis sort = Axis.categories("sort", "a", "b", "c", "d");
        Map<String, Tessellation> tessellations = new java.util.LinkedHashMap<>();
        tessellations.put("grid", Tessellation.grid(x, y));
        tessellations.put("edges", Tessellation.grid(Axis.edges("x", -1, -0.9, 0, 1), y));
        tessellations.put("mixed", Tessellation.grid(x, sort));
        tessellations.put("categorical", Tessellation.categorical(sort, Axis.categories("kind", "e", "f", "g", "h")));
        tessellations.put("centroids", Tessellation.cvt(centroids(), x, y));
        List<CellPolicy> policies = List.of(
                CellPolicy.elite(),
                CellPolicy.softThreshold(0.1, -6),
                CellPolicy.softThreshold(0, -6),
                CellPolicy.softThreshold(1, -2),
                CellPolicy.deepGrid(1),
                CellPolicy.deepGrid(4),
                CellPolicy.top(1),
                CellPolicy.top(3));
        var random = new SplittableRandom(20261203);
        return tessellations.entrySet().stream().flatMap(cells -> policies.stream()
                .map(policy -> new Kind(cells.getKey(), cells.getValue(), policy, random.nextLong())));
    }

    private static double[][] centroids() {
        var random = new SplittableRandom(20261204);
        return IntStream.range(0, 20)
                .mapToObj(i -> new double[] {random.nextDouble(-1, 1), random.nextDouble(0, 8)})
                .toArray(double[][]::new);
    }

    /** Entries to offer. Objectives are coarse, so that ties happen; points are drawn beyond the bounds of ranges. */
    private static final class Draws {
        private final SplittableRandom random;
        private final Kind kind;

        Draws(Kind kind, long salt) {
            this.kind = kind;
            this.random = new SplittableRandom(kind.seed() + salt);
        }

        double objective() {
            return random.nextInt(40) / 4.0 - 5;
        }

        double[] point() {
            return kind.tessellation().axes().stream()
                    .mapToDouble(axis -> axis.isCategorical()
                            ? random.nextInt(axis.bins())
                            : random.nextDouble(axis.min() - 0.5, axis.max() + 0.5))
                    .toArray();
        }
    }

    private static void fill(Archive<Integer> archive, Draws stream, int from, int count) {
        for (int i = from; i < from + count; i++) {
            archive.add(i, i, stream.objective(), Measures.of(stream.point()));
        }
    }

    private static Archive<Integer> filled(Kind kind) {
        Archive<Integer> archive = kind.archive();
        fill(archive, new Draws(kind, 0), 0, 500);
        return archive;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void statisticsEqualThoseRecomputedAfterEveryAdd(Kind kind) {
        Archive<Integer> archive = kind.archive();
        var stream = new Draws(kind, 1);
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
    @MethodSource("kinds")
    void whatAddAnswersIsWhatHappens(Kind kind) {
        Archive<Integer> archive = kind.archive();
        var stream = new Draws(kind, 2);
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
    @MethodSource("kinds")
    void aCellHoldsNoMoreThanItsDepthAndItsEliteIsTheFirstOfTheBest(Kind kind) {
        Archive<Integer> archive = filled(kind);
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
    @MethodSource("kinds")
    void aBatchLeavesWhatAddingOneByOneLeaves(Kind kind) {
        if (!kind.isElitist() && kind.policy() instanceof CellPolicy.SoftThreshold) {
            return;
        }
        Archive<Integer> batched = kind.archive();
        Archive<Integer> single = kind.archive();
        var stream = new Draws(kind, 3);
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
    @MethodSource("kinds")
    void aRestoredArchiveGoesOnAsTheFirstWould(Kind kind) {
        Archive<Integer> archive = filled(kind);
        Archive<Integer> again = Archive.restored(kind.tessellation(), kind.policy(), archive.state());
        assertThat(again.state()).isEqualTo(archive.state());
        fill(archive, new Draws(kind, 4), 500, 500);
        fill(again, new Draws(kind, 4), 500, 500);
        assertThat(again.state()).isEqualTo(archive.state());
        assertThat(again.elites()).isEqualTo(archive.elites());
        assertThat(again.statistics()).isEqualTo(archive.statistics());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void membersAloneRestoreTheSameContentsInTheSameOrder(Kind kind) {
        Archive<Integer> archive = filled(kind);
        Archive<Integer> again = Archive.restored(kind.tessellation(), kind.policy(), archive.members());
        assertThat(again.members()).isEqualTo(archive.members());
        assertThat(again.elites()).isEqualTo(archive.elites());
        assertThat(again.statistics().qdScore()).isEqualTo(archive.statistics().qdScore());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSnapshotNeverChanges(Kind kind) {
        Archive<Integer> archive = filled(kind);
        Elite<Integer> parent = archive.elites().get(0);
        archive.bred(parent.candidate(), true);
        ArchiveState<Integer> before = archive.state();
        Statistics statistics = archive.statistics();
        Archive<Integer> snapshot = archive.snapshot();
        archive.bred(parent.candidate(), true);
        fill(archive, new Draws(kind, 5), 500, 500);
        archive.refill(List.of());
        assertThat(snapshot.state()).isEqualTo(before);
        assertThat(snapshot.statistics()).isEqualTo(statistics);
        assertThat(snapshot.offspring(parent)).isEqualTo(new Offspring(1, 0));
        assertThat(snapshot.snapshot()).isSameAs(snapshot);
        double[] point = new Draws(kind, 6).point();
        assertThatIllegalStateException()
                .isThrownBy(() -> snapshot.add(1, 1, point))
                .withMessageContaining("snapshot");
        assertThatIllegalStateException()
                .isThrownBy(() -> snapshot.add(List.of(1), new double[] {1}, new double[][] {point}));
        assertThatIllegalStateException().isThrownBy(() -> snapshot.refill(List.of()));
        assertThatIllegalStateException().isThrownBy(() -> snapshot.bred(1, true));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void rebinningEqualsAFreshFill(Kind kind) {
        Archive<Integer> archive = filled(kind);
        ArchiveState<Integer> before = archive.state();
        Tessellation coarse = Tessellation.grid(kind.tessellation().axes().stream()
                .map(axis -> axis.isCategorical() ? axis : axis.bins(2))
                .toArray(Axis[]::new));
        Archive<Integer> fresh = Archive.of(coarse, kind.policy(), kind.seed());
        archive.members()
                .forEach(member ->
                        fresh.add(member.candidate(), member.solution(), member.objective(), member.measures()));
        Rebinning<Integer> rebinned = archive.rebinned(coarse);
        assertThat(rebinned.archive().state()).isEqualTo(fresh.state());
        assertThat(rebinned.archive().statistics()).isEqualTo(fresh.statistics());
        assertThat(archive.state()).isEqualTo(before);
        var all = new ArrayList<>(solutions(rebinned.archive().members()));
        all.addAll(solutions(rebinned.dropped()));
        assertThat(all).containsExactlyInAnyOrderElementsOf(solutions(archive.members()));
    }

    private static List<Integer> solutions(List<Elite<Integer>> members) {
        return members.stream().map(Elite::solution).toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refillingForgetsEverythingElse(Kind kind) {
        Archive<Integer> archive = filled(kind);
        Elite<Integer> kept = archive.elites().get(1);
        archive.bred(kept.candidate(), true);
        List<Elite<Integer>> twice = List.of(kept, kept, archive.elites().get(2));
        List<Elite<Integer>> dropped = archive.refill(twice);
        boolean deep = kind.policy().depth() > 1;
        assertThat(archive.size()).isEqualTo(2);
        assertThat(archive.members()).hasSize(3 - dropped.size());
        assertThat(dropped).hasSize(deep ? 0 : 1);
        assertThat(archive.statistics().best())
                .isEqualTo(twice.stream().mapToDouble(Elite::objective).max().orElseThrow());
        if (!(kind.policy() instanceof CellPolicy.DeepGrid)) {
            assertThat(archive.offspring(kept)).isEqualTo(new Offspring(1, 0));
        }
        archive.refill(List.of());
        assertThat(archive.isEmpty()).isTrue();
        assertThat(archive.statistics().qdScore()).isZero();
        assertThatIllegalStateException().isThrownBy(archive::best);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void badInputIsRefusedAndChangesNothing(Kind kind) {
        Archive<Integer> archive = filled(kind);
        ArchiveState<Integer> before = archive.state();
        double[] point = new Draws(kind, 7).point();
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

    /** Also where merely an elite is replaced, which the iterator of an ArrayList would not notice. */
    @ParameterizedTest
    @MethodSource("kinds")
    void addingWhileIteratingFailsFastAndASnapshotDoesNot(Kind kind) {
        Archive<Integer> archive = filled(kind);
        Elite<Integer> first = archive.elites().get(0);
        assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(() -> {
            for (Elite<Integer> elite : archive.elites()) {
                archive.add(9, 100 + elite.objective(), first.measures().toArray());
            }
        });
        for (Elite<Integer> elite : archive.snapshot().elites()) {
            archive.add(9, 1_000 + elite.objective(), first.measures().toArray());
        }
        assertThat(archive.statistics().best()).isGreaterThan(900);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void offspringIsForgottenWhenTheMemberLeaves(Kind kind) {
        Archive<Integer> archive = kind.archive();
        var stream = new Draws(kind, 8);
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

    @ParameterizedTest
    @MethodSource("kinds")
    void theNearestElitesAreThoseOfTheNearestCells(Kind kind) {
        Archive<Integer> archive = filled(kind);
        Tessellation tessellation = kind.tessellation();
        double[] point = new Draws(kind, 9).point();
        int centre = tessellation.cellOf(point);
        int[] expected = archive.elites().stream()
                .map(Elite::cell)
                .sorted(Comparator.<Integer>comparingDouble(cell -> tessellation.distance(cell, centre))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(5)
                .mapToInt(cell -> cell)
                .toArray();
        assertThat(archive.nearest(5, point))
                .extracting(Elite::cell)
                .containsExactly(java.util.Arrays.stream(expected).boxed().toArray(Integer[]::new));
        assertThat(archive.nearest(10_000, point)).hasSize(archive.size());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theCentreOfACellLiesInItAndIsNoDistanceAway(Kind kind) {
        Tessellation tessellation = kind.tessellation();
        for (int cell = 0; cell < tessellation.cells(); cell++) {
            assertThat(tessellation.cellOf(tessellation.centre(cell))).isEqualTo(cell);
            assertThat(tessellation.distance(cell, cell)).isZero();
            assertThat(tessellation.distance(cell, 0)).isEqualTo(tessellation.distance(0, cell));
        }
        var stream = new Draws(kind, 10);
        double[][] points = Stream.generate(stream::point).limit(50).toArray(double[][]::new);
        assertThat(tessellation.cellsOf(points))
                .containsExactly(
                        Stream.of(points).mapToInt(tessellation::cellOf).toArray());
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> tessellation.centre(tessellation.cells()));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> tessellation.distance(0, -1));
    }
}

package dev.elm4j.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every tessellation promises of centres and distances, and every archive of what is near. */
class DistanceContractTest {

    @ParameterizedTest
    @MethodSource("dev.elm4j.archive.ArchiveKind#kinds")
    void theNearestElitesAreThoseOfTheNearestCells(ArchiveKind kind) {
        Archive<Integer> archive = kind.filled();
        Tessellation tessellation = kind.tessellation();
        double[] point = kind.draws(9).point();
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
    @MethodSource("dev.elm4j.archive.ArchiveKind#kinds")
    void theCentreOfACellLiesInItAndIsNoDistanceAway(ArchiveKind kind) {
        Tessellation tessellation = kind.tessellation();
        for (int cell = 0; cell < tessellation.cells(); cell++) {
            assertThat(tessellation.cellOf(tessellation.centre(cell))).isEqualTo(cell);
            assertThat(tessellation.distance(cell, cell)).isZero();
            assertThat(tessellation.distance(cell, 0)).isEqualTo(tessellation.distance(0, cell));
        }
        var stream = kind.draws(10);
        double[][] points = Stream.generate(stream::point).limit(50).toArray(double[][]::new);
        assertThat(tessellation.cellsOf(points))
                .containsExactly(
                        Stream.of(points).mapToInt(tessellation::cellOf).toArray());
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> tessellation.centre(tessellation.cells()));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> tessellation.distance(0, -1));
    }
}

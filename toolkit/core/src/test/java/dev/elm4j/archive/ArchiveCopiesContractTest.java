package dev.elm4j.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every archive promises of its copies: restored, snapshots, rebinned, refilled. */
class ArchiveCopiesContractTest {

    @ParameterizedTest
    @MethodSource("dev.elm4j.archive.ArchiveKind#kinds")
    void aRestoredArchiveGoesOnAsTheFirstWould(ArchiveKind kind) {
        Archive<Integer> archive = kind.filled();
        Archive<Integer> again = Archive.restored(kind.tessellation(), kind.policy(), archive.state());
        assertThat(again.state()).isEqualTo(archive.state());
        kind.draws(4).fill(archive, 500, 500);
        kind.draws(4).fill(again, 500, 500);
        assertThat(again.state()).isEqualTo(archive.state());
        assertThat(again.elites()).isEqualTo(archive.elites());
        assertThat(again.statistics()).isEqualTo(archive.statistics());
    }

    @ParameterizedTest
    @MethodSource("dev.elm4j.archive.ArchiveKind#kinds")
    void membersAloneRestoreTheSameContentsInTheSameOrder(ArchiveKind kind) {
        Archive<Integer> archive = kind.filled();
        Archive<Integer> again = Archive.restored(kind.tessellation(), kind.policy(), archive.members());
        assertThat(again.members()).isEqualTo(archive.members());
        assertThat(again.elites()).isEqualTo(archive.elites());
        assertThat(again.statistics().qdScore()).isEqualTo(archive.statistics().qdScore());
    }

    @ParameterizedTest
    @MethodSource("dev.elm4j.archive.ArchiveKind#kinds")
    void aSnapshotNeverChanges(ArchiveKind kind) {
        Archive<Integer> archive = kind.filled();
        Elite<Integer> parent = archive.elites().get(0);
        archive.bred(parent.candidate(), true);
        ArchiveState<Integer> before = archive.state();
        Statistics statistics = archive.statistics();
        Archive<Integer> snapshot = archive.snapshot();
        archive.bred(parent.candidate(), true);
        kind.draws(5).fill(archive, 500, 500);
        archive.refill(List.of());
        assertThat(snapshot.state()).isEqualTo(before);
        assertThat(snapshot.statistics()).isEqualTo(statistics);
        assertThat(snapshot.offspring(parent)).isEqualTo(new Offspring(1, 0));
        assertThat(snapshot.snapshot()).isSameAs(snapshot);
        double[] point = kind.draws(6).point();
        assertThatIllegalStateException()
                .isThrownBy(() -> snapshot.add(1, 1, point))
                .withMessageContaining("snapshot");
        assertThatIllegalStateException()
                .isThrownBy(() -> snapshot.add(List.of(1), new double[] {1}, new double[][] {point}));
        assertThatIllegalStateException().isThrownBy(() -> snapshot.refill(List.of()));
        assertThatIllegalStateException().isThrownBy(() -> snapshot.bred(1, true));
    }

    @ParameterizedTest
    @MethodSource("dev.elm4j.archive.ArchiveKind#kinds")
    void rebinningEqualsAFreshFill(ArchiveKind kind) {
        Archive<Integer> archive = kind.filled();
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
    @MethodSource("dev.elm4j.archive.ArchiveKind#kinds")
    void refillingForgetsEverythingElse(ArchiveKind kind) {
        Archive<Integer> archive = kind.filled();
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

    /** Also where merely an elite is replaced, which the iterator of an ArrayList would not notice. */
    @ParameterizedTest
    @MethodSource("dev.elm4j.archive.ArchiveKind#kinds")
    void addingWhileIteratingFailsFastAndASnapshotDoesNot(ArchiveKind kind) {
        Archive<Integer> archive = kind.filled();
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
}

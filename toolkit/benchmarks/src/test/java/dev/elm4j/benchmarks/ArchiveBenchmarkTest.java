package dev.elm4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table against pyribs compares the same work; how long it takes is nobody's business here. */
class ArchiveBenchmarkTest {

    @Test
    void dataAreTheBitsThatPyribsSideDraws() { // its numpy program drew these
        PortableData data = PortableData.of(10_000);
        assertThat(data.solutions().get(0)).startsWith(0.4831297575436466, -0.6801792142461598, -0.4427977394897227);
        assertThat(data.objectives()).startsWith(-0.03781281334880293, 0.5559062767256082, -0.8437875400531356);
        assertThat(data.measures()[0]).containsExactly(0.7729748747116112, -0.5407928667803461);
        assertThat(PortableData.centroids(1)[0]).containsExactly(-0.22034050321745702, -0.9664234109436878);
    }

    @ParameterizedTest
    @EnumSource
    void everyRowComesToTheArchiveOfPyribs(ArchiveRow row) {
        Answer ours = row.answer();
        assertThat(ours.checksum()).isEqualTo(row.known().checksum());
        assertThat(ours.elites()).isEqualTo(row.known().elites());
        assertThat(ours.qdScore())
                .isCloseTo(row.known().qdScore(), within(1e-9 * row.known().qdScore()));
    }

    @ParameterizedTest
    @EnumSource
    void everyRowIsShot(ArchiveRow row) {
        assertThat(new Shots(0, 0, 2).of(row).seconds()).hasSize(2).allMatch(seconds -> seconds > 0);
    }

    @Test
    void theTableIsPrintedWithoutPyribs() {
        assertThat(ArchiveBenchmark.measure(List.of(ArchiveRow.GRID_BATCH), new Shots(0, 0, 1), Optional.empty()))
                .isTrue();
    }

    @Test
    void aPythonWithoutPyribsLeavesOurFigures() {
        var absent = Optional.of(new Pyribs("no-such-python"));
        assertThat(ArchiveBenchmark.measure(List.of(ArchiveRow.GRID_BATCH), new Shots(0, 0, 1), absent))
                .isTrue();
    }

    @Test
    void rowsAreChosenByName() {
        assertThat(ArchiveRow.named(List.of())).hasSize(5).allMatch(row -> row.goal()
                .isPresent());
        assertThat(ArchiveRow.named(List.of("extra"))).containsExactly(ArchiveRow.values());
        assertThat(ArchiveRow.named(List.of("cvt-cells"))).containsExactly(ArchiveRow.CVT_CELLS);
        assertThatThrownBy(() -> ArchiveRow.named(List.of("gird-batch")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("grid-batch");
    }

    @Test
    void answersDifferByOneElite() {
        assertThat(new Answer(1, 2, 3).same(new Answer(1, 2, 3 + 1e-12))).isTrue();
        assertThat(new Answer(1, 2, 3).same(new Answer(1, 3, 3))).isFalse();
        assertThat(new Answer(1, 2, 3).same(new Answer(2, 2, 3))).isFalse();
        assertThat(new Answer(1, 2, 3).same(new Answer(1, 2, 3.1))).isFalse();
    }
}

package dev.elm4j.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunNamesTest {

    @Test
    void namesOfRunsAreNamesOfFolders() {
        assertThat(RunNames.ofArms(List.of("MAP-Elites", "depth 5 (σ=.5)", "../x", "σ")))
                .containsExactly("MAP-Elites", "depth-5-.5", "x", "arm");
        assertThat(RunNames.of("base", "arm", -3)).isEqualTo("base-arm--3");
        assertThat(RunNames.of("b".repeat(64), "a".repeat(24), Long.MIN_VALUE))
                .hasSizeLessThanOrEqualTo(64)
                .endsWith("-" + "a".repeat(24) + "-" + Long.MIN_VALUE)
                .matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    }

    @Test
    void armsThatLookAlikeAsFoldersAreNumbered() {
        assertThat(RunNames.ofArms(List.of("a b", "a-b", "A+B", "c"))).containsExactly("a-b-1", "a-b-2", "A-B-3", "c");
    }
}

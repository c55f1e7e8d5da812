package dev.elm4j.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The probe against peers that run its programs without any isolation, or with a hole. */
class ProbeTest {

    private static final Launch PYTHON = new Launch(Set.of("python"), false);
    private static final Launch JAVA = new Launch(Set.of("java"), false);

    private static Worker unconfined(String only) throws Exception {
        return StubWorkers.start("unconfined.py", only);
    }

    @Test
    void aProcessWithoutIsolationIsRefused() throws Exception {
        try (Worker worker = unconfined("")) {
            assertThatThrownBy(() -> Probe.run(worker, Way.PLAIN, PYTHON))
                    .isInstanceOf(LostWorker.class)
                    .hasMessageContaining("a program could read /");
        }
        try (Worker worker = unconfined("")) {
            assertThatThrownBy(() -> Probe.run(worker, Way.PLAIN, JAVA))
                    .isInstanceOf(LostWorker.class)
                    .hasMessageContaining("a program could read /");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"read /", "write to /", "make a folder", "reach a server", "signal its parent", "start a process"
            })
    void eachActIsSeenWhenItSucceeds(String act) throws Exception {
        try (Worker worker = unconfined(act)) {
            assertThatThrownBy(() -> Probe.run(worker, Way.PLAIN, PYTHON))
                    .isInstanceOf(LostWorker.class)
                    .hasMessageContaining("a program could " + act);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clock", "nothing"})
    void gVisorThatSharesTheClockOfThisKernelOrTellsNoneIsNone(String told) throws Exception {
        for (Launch launch : List.of(PYTHON, JAVA)) {
            try (Worker worker = unconfined(told)) {
                assertThatThrownBy(() -> Probe.run(worker, Way.RUNSC, launch))
                        .isInstanceOf(LostWorker.class)
                        .hasMessage("lacks a kernel of its own");
            }
        }
    }

    @Test
    void theEnvironmentOfThisProcessIsSeenThroughProc() throws Exception {
        var names = new ArrayList<>(System.getenv().keySet());
        names.removeAll(List.of("PATH", "LANG", "HOME"));
        if (names.stream().anyMatch(name -> name.matches("[A-Z]+_VERSION|USER|MAVEN.*|JAVA.*|LOGNAME"))) {
            try (Worker worker = unconfined("see the kernel")) {
                assertThatThrownBy(() -> Probe.run(worker, Way.PLAIN, PYTHON))
                        .isInstanceOf(LostWorker.class)
                        .hasMessageContaining("see the kernel's environment");
            }
        }
    }

    @Test
    void visitsAndWritesThatTheProgramHidesAreSeenFromHere() throws Exception {
        try (Worker worker = unconfined("hide")) {
            assertThatThrownBy(() -> Probe.run(worker, Way.PLAIN, PYTHON))
                    .isInstanceOf(LostWorker.class)
                    .hasMessageMatching("(?s).*(wrote to|reached a server|could not be prepared).*");
        }
    }

    @Test
    void aProbeThatDoesNotRunProvesNothing() throws Exception {
        try (Worker worker = StubWorkers.start("sandbox error")) {
            assertThatThrownBy(() -> Probe.run(worker, Way.PLAIN, PYTHON))
                    .isInstanceOf(LostWorker.class)
                    .hasMessageContaining("the python probe did not run: SANDBOX_ERROR");
        }
    }

    @Test
    void nothingOfTheBaitIsLeft() throws Exception {
        List<String> files;
        try (Bait bait = Bait.lay()) {
            files = new ArrayList<>();
            bait.arguments().get(0).forEach(file -> files.add(file.asText()));
            assertThat(files).isNotEmpty().allMatch(file -> java.nio.file.Files.exists(java.nio.file.Path.of(file)));
            assertThat(bait.taken()).isEmpty();
        }
        assertThat(files).noneMatch(file -> java.nio.file.Files.exists(java.nio.file.Path.of(file)));
    }
}

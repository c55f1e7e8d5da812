package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** No file system of any tier takes anything from a program, so that none can fill one: not a file, not a name. */
class WritableMountTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicNode> nothingThatIsMountedCanBeWrittenTo() {
        return OfferedTier.each(tier -> dynamicTest(tier.words(), () -> {
            try (var sandbox =
                    Sandbox.open(SandboxSettings.exactly(tier).slots(1).languages(Language.PYTHON))) {
                ProgramResult result = sandbox.run(ProgramRequest.of(Program.python(source(), "run"), mounted())
                        .limits(Limits.usual().cpu(Duration.ofSeconds(20)).wall(Duration.ofSeconds(40)))
                        .guard(GuardLevel.OFF));
                assertThat(result.status()).as("%s", result).isEqualTo(ProgramStatus.VALID);
                var told = (List<?>) result.value();
                System.out.println(tier + ": mounts, folders, written to: " + told);
                assertThat((Integer) told.get(0)).isPositive();
                assertThat((Integer) told.get(1)).isGreaterThan(5);
                assertThat((List<?>) told.get(2)).isEmpty();
            }
        }));
    }

    /** Where something is mounted for supervisors, as seen from here: their programs may be kept from looking. */
    private static List<String> mounted() throws IOException {
        var points = new TreeSet<String>();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            if (process.info().commandLine().orElse("").contains("supervisor.py")) {
                Path mounts = Path.of("/proc", Long.toString(process.pid()), "mountinfo");
                try (Stream<String> lines = Files.lines(mounts)) {
                    lines.map(line -> line.split(" ")[4]).forEach(points::add);
                } catch (IOException | UncheckedIOException gone) {
                    // somebody else's, that has just ended
                }
            }
        }
        return List.copyOf(points);
    }

    @Test
    void theSameProgramFindsWhatCanBeWrittenToWhereNothingHoldsIt() throws Exception {
        String call = source() + "\nfolders = lambda told: ([], ['" + folder + "'])\nprint(run([])[2])";
        Process process = new ProcessBuilder("/usr/bin/python3", "-c", call)
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes()))
                .contains("'file in " + folder + "'", "'nameless file in " + folder + "'");
    }

    private static String source() throws IOException {
        try (InputStream stream = WritableMountTest.class.getResourceAsStream("disk/every_mount.py")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

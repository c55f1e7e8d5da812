package dev.elm4j.sandbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests of the Python supervisor are in Python, next to real processes; this runs them and says what they skipped. */
class SupervisorPythonTest {

    private static final Path FOLDER = Path.of("src", "test", "python");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test_frames",
                "test_values",
                "test_seccomp",
                "test_confinement",
                "test_python_programs",
                "test_start",
                "test_numpy",
                "test_hostile_children",
                "test_java_programs",
                "test_supervisor"
            })
    void theTestsInPythonPass(String module) throws IOException, InterruptedException {
        Path log = Files.createTempFile(module, ".log");
        try {
            Process tests = new ProcessBuilder(List.of("python3", "-B", "-m", "unittest", "-v", module))
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = tests.waitFor(10, TimeUnit.MINUTES);
            tests.destroyForcibly();
            String said = Files.readString(log, StandardCharsets.UTF_8);
            said.lines().filter(line -> line.contains("... skipped")).forEach(System.out::println);
            assertThat(ended).as(said).isTrue();
            assertThat(tests.exitValue()).as(said).isZero();
        } finally {
            Files.delete(log);
        }
    }
}

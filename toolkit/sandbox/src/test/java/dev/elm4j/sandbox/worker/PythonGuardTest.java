package dev.elm4j.sandbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the Python guard's own tests with the host's Python. */
class PythonGuardTest {

    @Test
    void itsOwnTestsPass() throws IOException, InterruptedException {
        assumeThat(new ProcessBuilder("sh", "-c", "command -v python3").start().waitFor())
                .as("python3 is not installed: the Python guard is not tested")
                .isZero();
        ProcessBuilder tests = new ProcessBuilder("python3", "-B", "-m", "unittest", "test_guard");
        tests.directory(Path.of("src", "test", "python").toFile()).redirectErrorStream(true);
        Process process = tests.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).endsWith("OK\n");
        assertThat(process.exitValue()).as(output).isZero();
    }
}

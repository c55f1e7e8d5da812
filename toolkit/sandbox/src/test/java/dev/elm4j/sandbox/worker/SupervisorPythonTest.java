package dev.elm4j.sandbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The tests of the Python supervisor are in Python, next to real processes; this runs them and says what they skipped. Two
 * modules at a time: they wait a good deal.
 */
class SupervisorPythonTest {

    private static final Path FOLDER = Path.of("src", "test", "python");
    private static final ExecutorService PAIR = Executors.newFixedThreadPool(2);

    /** The longest first. */
    private static final List<String> MODULES = List.of(
            "test_java_programs",
            "test_python_programs",
            "test_hostile_children",
            "test_supervisor",
            "test_numpy",
            "test_confinement",
            "test_frames",
            "test_values",
            "test_seccomp",
            "test_start");

    /** How a run of tests ended, and what it said. */
    private record Ending(boolean ended, int status, String said) {}

    @TestFactory
    Stream<DynamicTest> theTestsInPythonPass() {
        List<CompletableFuture<Ending>> endings = MODULES.stream()
                .map(module -> CompletableFuture.supplyAsync(() -> run(module), PAIR))
                .toList();
        return Stream.iterate(0, i -> i < MODULES.size(), i -> i + 1)
                .map(i -> dynamicTest(MODULES.get(i), () -> check(endings.get(i).join())));
    }

    @AfterAll
    static void end() {
        PAIR.shutdownNow();
    }

    private static void check(Ending ending) {
        ending.said().lines().filter(line -> line.contains("... skipped")).forEach(System.out::println);
        assertThat(ending.ended()).as(ending.said()).isTrue();
        assertThat(ending.status()).as(ending.said()).isZero();
    }

    private static Ending run(String module) {
        try {
            Path log = Files.createTempFile(module, ".log");
            try {
                return run(module, log);
            } finally {
                Files.delete(log);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Ending run(String module, Path log) throws IOException, InterruptedException {
        Process tests = new ProcessBuilder(List.of("python3", "-B", "-m", "unittest", "-v", module))
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = tests.waitFor(10, TimeUnit.MINUTES);
        tests.destroyForcibly();
        return new Ending(ended, tests.waitFor(), Files.readString(log, StandardCharsets.UTF_8));
    }
}

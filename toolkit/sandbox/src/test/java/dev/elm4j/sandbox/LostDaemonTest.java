package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.elm4j.sandbox.host.OwnDaemon;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Docker ends and comes back, while a program runs and between programs. No answer is wrong, none is called a program's fault
 * that is not, nobody waits for ever, and nothing is left. Where {@code ELM4J_LONG} is set, both ways to end it in both tiers,
 * several times, and a daemon that hangs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostDaemonTest {

    private static final boolean LONG = System.getenv("ELM4J_LONG") != null;

    @TempDir
    static Path folder;

    private OwnDaemon daemon;
    private final SplittableRandom random = new SplittableRandom(20261128);

    @BeforeAll
    void start() throws Exception {
        String lacking = OwnDaemon.lacking();
        if (!lacking.isEmpty()) {
            System.out.println("NOT TESTED: Docker that ends and comes back: " + lacking);
        }
        assumeTrue(lacking.isEmpty(), lacking);
        daemon = OwnDaemon.start(folder);
    }

    @AfterAll
    void stop() throws Exception {
        if (daemon != null) {
            daemon.close();
        }
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                        Arguments.of(Tier.GVISOR_DOCKER, "KILL"),
                        Arguments.of(Tier.CONTAINER, "TERM"),
                        Arguments.of(Tier.GVISOR_DOCKER, "TERM"),
                        Arguments.of(Tier.CONTAINER, "KILL"))
                .limit(LONG ? 4 : 2)
                .filter(end -> end.get()[0].toString().matches(System.getProperty("elm4j.tiers", ".*")));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void aDaemonThatEndsAndComesBackCostsNoRightAnswer(Tier tier, String signal) throws Exception {
        try (var kernel = KernelProcess.start(List.of(), daemon.environment())) {
            openTwice(kernel, tier);
            for (int i = 0; i < (LONG ? 3 : 1); i++) {
                whileAProgramRuns(kernel, signal);
                if (LONG || signal.equals("KILL")) { // a daemon that is asked to end takes ten seconds
                    betweenPrograms(kernel, signal);
                }
            }
            nothingIsLeft(kernel);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GVISOR_DOCKER", "CONTAINER"})
    @EnabledIfEnvironmentVariable(
            named = "ELM4J_LONG",
            matches = ".*",
            disabledReason = "NOT TESTED: Docker that hangs")
    void aDaemonThatHangsIsWaitedForAWhileAndThenTheSandboxesFault(Tier tier) throws Exception {
        try (var kernel = KernelProcess.start(List.of(), daemon.environment())) {
            openTwice(kernel, tier);
            daemon.signal("STOP");
            assertThat(kernel.ask("run 5 0")).satisfies(infrastructure());
            daemon.signal("CONT");
            assertThat(kernel.ask("run 7 0")).satisfies(right(7));
            nothingIsLeft(kernel);
        }
    }

    /** What is there after the first time stays: jars that are open, threads of the library. */
    private static void openTwice(KernelProcess kernel, Tier tier) throws Exception {
        String opened = kernel.ask("open " + tier);
        assumeFalse(opened.contains("runtime name"), () -> "NOT TESTED: no gVisor in this Docker: " + opened);
        assertThat(opened).isEqualTo("opened");
        assertThat(kernel.ask("close")).isEqualTo("left []");
        kernel.ask("count");
        assertThat(kernel.ask("open " + tier)).isEqualTo("opened");
        assertThat(kernel.ask("run 6 0")).satisfies(right(6));
    }

    private void nothingIsLeft(KernelProcess kernel) throws Exception {
        assertThat(kernel.ask("close")).isEqualTo("left []");
        assertThat(daemon.containers()).isEmpty();
        assertThat(daemon.processes()).isEmpty();
    }

    private void whileAProgramRuns(KernelProcess kernel, String signal) throws Exception {
        int number = random.nextInt(1_000);
        kernel.ask("begin " + number + " 500");
        Thread.sleep(random.nextInt(600)); // the moment of the fault, not a wait for something
        daemon.end(signal);
        assertThat(kernel.ask("result")).satisfiesAnyOf(right(number), infrastructure());
        assertThat(kernel.ask("run 1 0")).satisfies(infrastructure());
        daemon.again();
        assertThat(kernel.ask("run " + number + " 0")).satisfies(right(number));
    }

    private void betweenPrograms(KernelProcess kernel, String signal) throws Exception {
        daemon.end(signal);
        daemon.again();
        assertThat(kernel.ask("run 8 0")).satisfies(right(8));
    }

    private static ThrowingConsumer<String> right(int number) {
        return answer -> assertThat(answer).startsWith("VALID " + (number * number + 7) + " ");
    }

    private static ThrowingConsumer<String> infrastructure() {
        return answer -> assertThat(answer).startsWith("SANDBOX_ERROR null ");
    }
}

package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Busy processes of this machine beside a program change nothing of what becomes of it. */
class LoadedHostTest {

    private static final Limits LIMITS =
            Limits.usual().cpu(Duration.ofSeconds(1)).wall(Duration.ofMinutes(5));

    private static final Program PYTHON = Program.python(
            """
            def run(n):
                x = 0
                for i in range(n):
                    x += i & 3
                return x
            """,
            "run");

    private static final Program JAVA = Program.java(
            """
            public class Counting {
                public static long run(long n) {
                    long x = 1;
                    for (long i = 0; i < n; i++) {
                        x = x * 6364136223846793005L + i;
                    }
                    return x;
                }
            }
            """,
            "run");

    @TestFactory
    Stream<DynamicNode> aLoadedHostChangesNoVerdict() {
        return OfferedTier.each(tier -> dynamicContainer(
                tier.words(),
                programs(tier).stream()
                        .map(program -> dynamicTest(
                                program.language().word(), () -> aLoadedHostChangesNoVerdict(tier, program)))));
    }

    /** Both in every tier take minutes: in short, Python where the clock inside is not the kernel's. */
    private static List<Program> programs(Tier tier) {
        if (System.getenv("ELM4J_LONG") != null) {
            return List.of(PYTHON, JAVA);
        }
        return tier == Tier.GVISOR_DOCKER ? List.of(PYTHON) : List.of();
    }

    private static void aLoadedHostChangesNoVerdict(Tier tier, Program program) throws Exception {
        long second = countsPerSecond(program);
        try (Sandbox sandbox = Sandbox.open(SandboxSettings.exactly(tier).slots(1))) {
            verdicts(sandbox, program, second);
            List<Process> busy = busy();
            try {
                verdicts(sandbox, program, second);
            } finally {
                busy.forEach(Process::destroyForcibly);
            }
        }
    }

    /** Where programs run on this machine's kernel its clock counts no waiting; the same Python and Java count as fast there. */
    private static long countsPerSecond(Program program) throws InterruptedException {
        long counts = program.language() == Language.PYTHON ? 5_000_000 : 200_000_000;
        var settings = new SandboxSettings(
                Tier.BUBBLEWRAP, Tier.PROCESS, 1, SandboxSettings.usual().languages(), false);
        try (Sandbox sandbox = Sandbox.open(settings)) {
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 3; i++) { // whoever was disturbed took longer
                ProgramResult result =
                        sandbox.run(ProgramRequest.of(program, counts).limits(LIMITS.cpu(Duration.ofMinutes(1))));
                assertThat(result.status()).as("%s", result).isEqualTo(ProgramStatus.VALID);
                best = Math.min(best, result.timings().cpu());
            }
            return (long) (counts / best * 1_000);
        }
    }

    private static void verdicts(Sandbox sandbox, Program program, long second) throws InterruptedException {
        ProgramResult half = sandbox.run(ProgramRequest.of(program, second / 2).limits(LIMITS));
        assertThat(half.status()).as("half of the limit: %s", half).isEqualTo(ProgramStatus.VALID);
        ProgramResult threefold = sandbox.run(ProgramRequest.of(program, 1)
                .inputs(List.of(List.of(1), List.of(3 * second), List.of(1)))
                .limits(LIMITS));
        assertThat(threefold.outcomes())
                .as("three times the limit: %s", threefold)
                .extracting(Outcome::status)
                .containsExactly(ProgramStatus.VALID, ProgramStatus.TIMEOUT, ProgramStatus.TIMEOUT);
        assertThat(threefold.detail()).isEqualTo("CPU time over 1.0 s");
    }

    /** Three for each processor, each in a session of its own: between sessions, not processes, a kernel may share out. */
    private static List<Process> busy() throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of("/bin/sh", "-c", "while :; do :; done"));
        var busy = new ArrayList<Process>();
        for (int i = 0; i < 3 * Runtime.getRuntime().availableProcessors(); i++) {
            busy.add(new ProcessBuilder(command).start());
        }
        return busy;
    }

    @Test
    void ofARunWithALongerLimitOnlyWhatCameInTimeByTheRightClockCounts() {
        var inputs = List.of(valid(1_000), failed(2_000), valid(1_000), valid(1_000));
        ProgramResult result = result(inputs, ProgramStatus.EXCEPTION, "a reason", 5_000);
        ProgramResult fair = new FairTime(LIMITS, 0.25, true).of(result, 7_000);
        assertThat(fair.outcomes())
                .extracting(Outcome::status)
                .containsExactly(
                        ProgramStatus.VALID, ProgramStatus.EXCEPTION, ProgramStatus.VALID, ProgramStatus.TIMEOUT);
        assertThat(fair.outcomes().get(3).value()).isNull();
        assertThat(fair.outcomes().get(3).detail()).isEqualTo("CPU time over 1.0 s");
        assertThat(fair.status()).isEqualTo(ProgramStatus.EXCEPTION);
        assertThat(fair.detail()).isEqualTo("a reason");
        assertThat(fair.timings()).isEqualTo(new Timings(1, 2, 3, 1_250, 7_000));
        assertThat(fair.outcomes().get(0).cpuMs()).isEqualTo(250);
    }

    @Test
    void timeThatNoInputAccountsForCountsToo() {
        ProgramResult result = result(List.of(valid(1), valid(1)), ProgramStatus.VALID, "", 5_000);
        ProgramResult late = new FairTime(LIMITS, 0.25, true).of(result, 7_000);
        assertThat(late.status()).isEqualTo(ProgramStatus.TIMEOUT);
        assertThat(late.detail()).isEqualTo("CPU time over 1.0 s");
        assertThat(late.outcomes().get(0).isValid()).isTrue();
        assertThat(new FairTime(LIMITS, 0.19, true).of(result, 7_000).status()).isEqualTo(ProgramStatus.VALID);
        assertThat(new FairTime(LIMITS, 1, false).of(result, 7_000).status())
                .as("the clock inside had this very limit, and let it pass")
                .isEqualTo(ProgramStatus.VALID);
    }

    @Test
    void reasonsNameTheLimitsThatWereAskedFor() {
        assertThat(worded("CPU time over 3.75 s")).isEqualTo("CPU time over 1.0 s");
        assertThat(worded("wall time over 17.123 s")).isEqualTo("wall time over 300.0 s");
        assertThat(worded("another reason")).isEqualTo("another reason");
    }

    private static String worded(String detail) {
        var outcome = new Outcome(ProgramStatus.TIMEOUT, null, detail, 0);
        ProgramResult fair = new FairTime(LIMITS, 0.5, true)
                .of(result(List.of(outcome), ProgramStatus.TIMEOUT, detail, 1_000), 1_000);
        assertThat(fair.outcomes().get(0).detail()).isEqualTo(fair.detail());
        return fair.detail();
    }

    private static Outcome valid(double cpuMs) {
        return new Outcome(ProgramStatus.VALID, 7, "", cpuMs);
    }

    private static Outcome failed(double cpuMs) {
        return new Outcome(ProgramStatus.EXCEPTION, null, "a reason", cpuMs);
    }

    private static ProgramResult result(List<Outcome> outcomes, ProgramStatus status, String detail, double cpuMs) {
        var timings = new Timings(1, 2, 3, cpuMs, 4);
        return new ProgramResult(status, detail, outcomes, "", "", false, timings, List.of(), Tier.GVISOR);
    }
}

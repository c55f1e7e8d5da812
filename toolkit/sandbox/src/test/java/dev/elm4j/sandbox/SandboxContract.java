package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elm4j.sandbox.host.Leftovers;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every tier keeps to. A tier that this machine does not offer is named, with the reason, and skipped. */
abstract class SandboxContract extends OpenedSandbox {

    private static final Program ENDLESS = Program.python("def run():\n    while True:\n        pass", "run");
    private static final Limits PATIENT = Limits.usual().cpu(Duration.ofMinutes(5));

    SandboxContract(Tier tier) {
        super(tier);
    }

    @Test
    void theTierIsInTheResultAndInTheChoice() throws Exception {
        assertThat(sandbox.tier()).isEqualTo(tier);
        assertThat(sandbox.run(ProgramRequest.of(ECHO, 1)).tier()).isEqualTo(tier);
        assertThat(sandbox.choice()).startsWith(tier.words()).hasSizeLessThanOrEqualTo(400);
    }

    @Test
    void valuesComeBackAsTheyWent() throws Exception {
        var map = new LinkedHashMap<Object, Object>();
        map.put("b", 1);
        map.put("a", List.of(2.0));
        map.put(3, null);
        map.put(true, Map.of());
        List<Object> values = Arrays.asList(
                null,
                true,
                false,
                0,
                -1,
                Integer.MAX_VALUE,
                Long.MIN_VALUE,
                BigInteger.TWO.pow(20_000),
                1.0,
                -0.0,
                5e-324,
                Double.MAX_VALUE,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                "",
                "ä\u0000\n\uD83D\uDE00\"",
                List.of(List.of(), List.of(1, "x")),
                map);
        for (Object value : values) {
            assertThat(value(ECHO, value)).isEqualTo(value);
        }
        assertThat((byte[]) value(ECHO, new byte[] {0, -1})).containsExactly(0, -1);
        assertThat(value(Program.python("def run():\n    return 1 + 2j", "run")))
                .isEqualTo(new Outcome.Opaque("complex", "(1+2j)"));
        assertThat(value(Program.java("class P { static Object run(Object x) { return x; } }", "run"), values))
                .isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TIMEOUT        | def run():\\n    while True: pass",
                "SYNTAX_ERROR   | def run(:",
                "EXCEPTION      | def run():\\n    return [][1]",
                "TYPE_ERROR     | def run():\\n    return 1 + 'a'",
                "STACK_OVERFLOW | def run():\\n    return run()",
                "MEMORY_LIMIT   | def run():\\n    return len(bytearray(4 << 30))",
                "EXIT           | import os\\ndef run():\\n    os._exit(0)",
                "CRASH          | import os, signal\\ndef run():\\n    os.kill(os.getpid(), signal.SIGSEGV)",
                "LOAD_ERROR     | def other():\\n    return 1",
                "RESULT_TOO_LARGE | def run():\\n    return 'x' * 5000000",
                "OUTPUT_LIMIT   | def run():\\n    while True: print('x' * 10000)"
            })
    void everyEndHasItsStatusAndTheNextProgramItsOwnRightAnswer(ProgramStatus status, String source) throws Exception {
        Limits limits = limits(status).outputBytes(1_000);
        ProgramResult result = sandbox.run(ProgramRequest.of(Program.python(source.replace("\\n", "\n"), "run"))
                .limits(limits));
        assertThat(result.status()).as("%s", result).isEqualTo(status);
        assertThat(value(ECHO, source)).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TIMEOUT        | while (true) { }",
                "SYNTAX_ERROR   | return 1",
                "EXCEPTION      | int[] a = {}; return a[1];",
                "STACK_OVERFLOW | return run();",
                "MEMORY_LIMIT   | return new long[1 << 28].length;",
                "EXIT           | System.exit(0); return 1;"
            })
    void javaEndsAreToldApartToo(ProgramStatus status, String body) throws Exception {
        Program program = Program.java("public class P { public static int run() { " + body + " } }", "run");
        ProgramResult result = sandbox.run(ProgramRequest.of(program).limits(limits(status)));
        assertThat(result.status()).as("%s", result).isEqualTo(status);
        assertThat(value(ECHO, body)).isEqualTo(body);
    }

    /** Enough for a slow gVisor, but where it is the limit that is tested. */
    private static Limits limits(ProgramStatus status) {
        return Limits.usual().cpu(Duration.ofSeconds(status == ProgramStatus.TIMEOUT ? 1 : 10));
    }

    @Test
    void oneRequestHasManyInputsAndAFailureIsThatOfItsInput() throws Exception {
        var inputs = new ArrayList<List<Object>>();
        for (int i = 0; i < 100; i++) {
            inputs.add(List.of(i));
        }
        Program inverse = Program.python("def run(x):\n    print(x)\n    return 1 // (x - 50) + x", "run");
        ProgramResult result = sandbox.run(ProgramRequest.of(inverse, 0).inputs(inputs));
        assertThat(result.status()).isEqualTo(ProgramStatus.EXCEPTION);
        assertThat(result.outcomes()).hasSize(100);
        for (int i = 0; i < 100; i++) {
            Outcome outcome = result.outcomes().get(i);
            assertThat(outcome.isValid()).isEqualTo(i != 50);
            assertThat(outcome.value()).isEqualTo(i == 50 ? null : Math.floorDiv(1, i - 50) + i);
        }
        assertThat(result.stdout()).startsWith("0\n1\n2\n").endsWith("99\n");
    }

    @Test
    void slotsRunSideBySideAndEachRequestGetsItsOwnAnswer() throws Exception {
        var results = new ArrayList<CompletableFuture<ProgramResult>>();
        for (int i = 0; i < 40; i++) {
            results.add(sandbox.submit(ProgramRequest.of(ECHO, i)));
        }
        for (int i = 0; i < 40; i++) {
            ProgramResult result = results.get(i).get();
            assertThat(result.value()).as("%s", result).isEqualTo(i);
        }
    }

    @Test
    void anInterruptStopsTheProgramAndTheNextOneRuns() throws Exception {
        var thrown = new AtomicReference<Throwable>();
        var caller = new Thread(() -> {
            try {
                sandbox.run(ProgramRequest.of(ENDLESS).limits(PATIENT));
            } catch (Throwable fault) {
                thrown.set(fault);
            }
        });
        caller.start();
        awaitWaiting(caller);
        caller.interrupt();
        caller.join(20_000);
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(value(ECHO, "next")).isEqualTo("next");
    }

    /** Until it waits in the sandbox for its answer. */
    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void cancellingAFutureStopsTheProgram() throws Exception {
        var both = List.of(
                sandbox.submit(ProgramRequest.of(ENDLESS).limits(PATIENT)),
                sandbox.submit(ProgramRequest.of(ENDLESS).limits(PATIENT)));
        both.forEach(future -> future.cancel(true));
        for (CompletableFuture<ProgramResult> future : both) {
            assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
        }
        // Both slots were taken: without the cancellation, this would wait five minutes.
        assertThat(sandbox.submit(ProgramRequest.of(ECHO, 1))
                        .get(60, TimeUnit.SECONDS)
                        .value())
                .isEqualTo(1);
    }

    @Test
    void closingLetsNobodyWait() throws Exception {
        Sandbox other = Sandbox.open(SandboxSettings.exactly(tier).slots(1).languages(Language.PYTHON));
        var running = other.submit(ProgramRequest.of(ENDLESS).limits(PATIENT));
        var waiting = other.submit(ProgramRequest.of(ECHO, 1));
        other.close();
        for (var future : List.of(running, waiting)) {
            assertThatThrownBy(() -> future.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aProcessThatIsKilledAndOneThatEndsLeaveNothing() throws Exception {
        Process killed = holder("hold");
        Process ending = holder("exit");
        for (Process holder : List.of(killed, ending)) {
            assertThat(holder.inputReader().readLine()).isEqualTo("holding");
        }
        List<Leftovers> leftovers = List.of(Leftovers.of(killed.toHandle()), Leftovers.of(ending.toHandle()));
        for (Leftovers each : leftovers) {
            assertThat(each.now()).isNotEmpty();
        }
        killed.destroyForcibly();
        ending.outputWriter().close();
        killed.waitFor();
        ending.waitFor();
        for (Leftovers each : leftovers) {
            assertThat(each.unsweptAfter(20)).isEmpty();
        }
        Sandbox.open(SandboxSettings.exactly(tier).slots(1).languages(Language.PYTHON))
                .close(); // sweeps
        for (Leftovers each : leftovers) {
            assertThat(each.now()).isEmpty();
        }
    }

    private Process holder(String end) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxHolder.class.getName(),
                        tier.name(),
                        end)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}

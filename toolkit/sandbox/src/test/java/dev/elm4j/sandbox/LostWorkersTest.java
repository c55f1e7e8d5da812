package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.sandbox.host.LostWorker;
import dev.elm4j.sandbox.host.StubWorkers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a request when workers misbehave on the wire; they are real processes. */
class LostWorkersTest {

    private static final ProgramRequest REQUEST = ProgramRequest.of(Program.python("", "run"), 1)
            .limits(Limits.usual().wall(Duration.ofMillis(200)).compile(Duration.ofMillis(1)));

    /** A sandbox of one slot, whose workers are these in turn; then there are no more. */
    private static Sandbox sandbox(String... ways) throws Exception {
        Queue<String> left = new ArrayDeque<>(List.of(ways));
        Slot.Starter starter = () -> {
            String way = left.poll();
            if (way == null) {
                throw new LostWorker(LostWorker.Why.START, "no more workers");
            }
            return StubWorkers.start(way);
        };
        var choice = new Choice(Tier.PROCESS, Map.of(), Duration.ofMillis(300));
        return SlotSandbox.open(choice, 1, starter, starter.start());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zero length",
                "long length",
                "negative length",
                "garbage",
                "not an object",
                "more after the object",
                "a name twice",
                "deep",
                "NaN",
                "other id",
                "no id",
                "no outcomes",
                "no status",
                "no stdout",
                "no timings",
                "no findings",
                "one outcome more",
                "no outcome",
                "a valid outcome without a value",
                "unknown status",
                "unknown status of an outcome",
                "its status is not its outcome's",
                "unknown mark"
            })
    void whatIsNoAnswerIsTriedOnAnotherWorkerAndThenCalledSo(String way) throws Exception {
        try (Sandbox sandbox = sandbox(way, "honest")) {
            assertThat(sandbox.run(REQUEST).value()).isEqualTo("right");
        }
        try (Sandbox sandbox = sandbox(way, way, "honest")) {
            ProgramResult result = sandbox.run(REQUEST);
            assertThat(result.status()).as(result.detail()).isEqualTo(ProgramStatus.PROTOCOL);
            assertThat(result.detail()).isNotEmpty();
            assertThat(sandbox.run(REQUEST).value()).isEqualTo("right");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"end", "half a frame"})
    void aWorkerThatEndsTwiceWithOneProgramIsItsCrash(String way) throws Exception {
        try (Sandbox sandbox = sandbox(way, "honest")) {
            assertThat(sandbox.run(REQUEST).value()).isEqualTo("right");
        }
        try (Sandbox sandbox = sandbox(way, way, "honest")) {
            assertThat(sandbox.run(REQUEST).status()).isEqualTo(ProgramStatus.CRASH);
            assertThat(sandbox.run(REQUEST).value()).isEqualTo("right");
        }
    }

    @ParameterizedTest
    @CsvSource({"silence,silence,TIMEOUT", "silence,end,CRASH", "garbage,silence,TIMEOUT"})
    void silenceIsTheProgramsFaultOnlyWhereTheNextWorkerSpeaks(String first, String second, ProgramStatus own)
            throws Exception {
        try (Sandbox sandbox = sandbox(first, "honest")) {
            assertThat(sandbox.run(REQUEST).value()).isEqualTo("right");
        }
        try (Sandbox sandbox = sandbox(first, second, "honest")) {
            assertThat(sandbox.run(REQUEST).status()).isEqualTo(own);
            assertThat(sandbox.run(REQUEST).value()).isEqualTo("right");
        }
        try (Sandbox sandbox = sandbox(first, second, "silence", "honest")) {
            assertThat(sandbox.run(REQUEST).status()).isEqualTo(ProgramStatus.SANDBOX_ERROR);
            assertThat(sandbox.run(REQUEST).value()).isEqualTo("right");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"end", "garbage", "a wrong word", "sandbox error"})
    void aWorkerThatDoesNotAnswerOurOwnProgramClearsTheCandidate(String unsound) throws Exception {
        try (Sandbox sandbox = sandbox("end", "end", unsound, "honest")) {
            assertThat(sandbox.run(REQUEST).status()).isEqualTo(ProgramStatus.SANDBOX_ERROR);
            assertThat(sandbox.run(REQUEST).value()).isEqualTo("right");
        }
    }

    @Test
    void lastWordsOfAWorkerAreInTheDetail() throws Exception {
        try (Sandbox sandbox = sandbox("end", "end", "honest")) {
            assertThat(sandbox.run(REQUEST).detail()).startsWith("it ended: it fell over; so did the worker before");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"end", "garbage", "silence"})
    void whereWorkersDoNotStartAnyMoreItIsTheSandboxThatFailed(String way) throws Exception {
        try (Sandbox sandbox = sandbox(way)) {
            ProgramResult result = sandbox.run(REQUEST);
            assertThat(result.status()).isEqualTo(ProgramStatus.SANDBOX_ERROR);
            assertThat(result.status().isInfrastructure()).isTrue();
            assertThat(result.detail()).isEqualTo("no more workers");
        }
        try (Sandbox sandbox = sandbox(way, way)) {
            assertThat(sandbox.run(REQUEST).status()).isEqualTo(ProgramStatus.SANDBOX_ERROR);
            assertThat(sandbox.run(REQUEST).status()).isEqualTo(ProgramStatus.SANDBOX_ERROR);
        }
    }

    @Test
    void anErrorOfTheSupervisorIsTriedOnAnotherWorkerAndStaysTheSandboxes() throws Exception {
        try (Sandbox sandbox = sandbox("sandbox error", "honest")) {
            assertThat(sandbox.run(REQUEST).value()).isEqualTo("right");
        }
        try (Sandbox sandbox = sandbox("sandbox error", "sandbox error", "honest")) {
            assertThat(sandbox.run(REQUEST).status()).isEqualTo(ProgramStatus.SANDBOX_ERROR);
        }
    }

    @Test
    void aSecondAnswerIsNotTakenForThatOfTheNextRequest() throws Exception {
        try (Sandbox sandbox = sandbox("repeated answer", "honest")) {
            assertThat(sandbox.run(REQUEST).value()).isEqualTo("right");
            ProgramResult next = sandbox.run(REQUEST.inputs(List.of(List.of(1), List.of(2))));
            assertThat(next.outcomes()).hasSize(2).allMatch(outcome -> "right".equals(outcome.value()));
        }
    }

    @Test
    void aDirtyWorkerIsNotUsedAgain() throws Exception {
        try (Sandbox sandbox = sandbox("dirty", "honest")) {
            assertThat(sandbox.run(REQUEST).status()).isEqualTo(ProgramStatus.VALID);
            assertThat(sandbox.run(REQUEST).value()).isEqualTo("right");
        }
        try (Sandbox sandbox = sandbox("dirty")) {
            assertThat(sandbox.run(REQUEST).status()).isEqualTo(ProgramStatus.VALID);
            assertThat(sandbox.run(REQUEST).status()).isEqualTo(ProgramStatus.SANDBOX_ERROR);
        }
    }

    @Test
    void aRequestThatIsTooLargeIsRefusedAndCostsNoWorker() throws Exception {
        try (Sandbox sandbox = sandbox("honest")) {
            ProgramRequest large = ProgramRequest.of(REQUEST.program(), "x".repeat(17 << 20));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sandbox.run(large))
                    .withMessageContaining("share its inputs out over several requests");
            assertThat(sandbox.run(REQUEST).value()).isEqualTo("right");
        }
    }

    @Test
    void valuesThatDoNotTravelAreRefused() throws Exception {
        try (Sandbox sandbox = sandbox("honest")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sandbox.run(ProgramRequest.of(REQUEST.program(), Duration.ZERO)))
                    .withMessageContaining("java.time.Duration");
            assertThat(sandbox.run(REQUEST).value()).isEqualTo("right");
        }
    }
}

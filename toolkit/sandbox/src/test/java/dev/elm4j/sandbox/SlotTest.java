package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elm4j.sandbox.host.StubWorkers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Slots whose workers fail to start, or are closed meanwhile. */
@Timeout(60)
class SlotTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void anErrorThatKeptAWorkerFromStartingIsThrownAndTheNextOneTried() throws Exception {
        var starts = new AtomicInteger();
        var slot = new Slot(
                () -> {
                    if (starts.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    return StubWorkers.start("honest");
                },
                threads);
        assertThatThrownBy(slot::worker).isInstanceOf(OutOfMemoryError.class);
        assertThat(slot.worker().hello().path("hello").asInt()).isEqualTo(1);
        slot.close();
    }

    @Test
    void aClosedSlotStartsNothing() throws Exception {
        var starts = new AtomicInteger();
        var slot = new Slot(
                () -> {
                    starts.incrementAndGet();
                    return StubWorkers.start("honest");
                },
                threads);
        slot.close();
        slot.renew();
        assertThatIllegalStateException()
                .isThrownBy(slot::worker)
                .withMessage(Slots.closed().getMessage());
        threads.shutdown();
        assertThatIllegalStateException()
                .isThrownBy(slot::worker)
                .withMessage(Slots.closed().getMessage());
        assertThat(starts).hasValue(0);
    }

    @Test
    void aWorkerThatIsJustStartingIsGivenUpWhenItsSlotIsClosed() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var slot = new Slot(
                () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                        throw new AssertionError("nobody counts it down");
                    } catch (InterruptedException given) {
                        interrupted.countDown();
                        throw given;
                    }
                },
                threads);
        slot.renew();
        begun.await();
        slot.close();
        interrupted.await();
        assertThatIllegalStateException()
                .isThrownBy(slot::worker)
                .withMessage(Slots.closed().getMessage());
    }

    @Test
    void anErrorEndsASubmittedRequestToo() throws Exception {
        Slot.Starter starter = () -> {
            throw new OutOfMemoryError("unable to create native thread");
        };
        var choice = new Choice(Tier.PROCESS, Map.of(), Duration.ofSeconds(5));
        try (Sandbox sandbox = SlotSandbox.open(choice, 1, starter, StubWorkers.start("end"))) {
            var request = ProgramRequest.of(Program.python("", "run"), 1);
            for (var future : List.of(sandbox.submit(request), sandbox.submit(request))) {
                assertThatThrownBy(() -> future.get(30, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(OutOfMemoryError.class);
            }
        }
    }

    @Test
    void aClosedSandboxSaysSo() throws Exception {
        var choice = new Choice(Tier.PROCESS, Map.of(), Duration.ofSeconds(5));
        Sandbox sandbox = SlotSandbox.open(choice, 1, () -> StubWorkers.start("honest"), StubWorkers.start("honest"));
        sandbox.close();
        var request = ProgramRequest.of(Program.python("", "run"), 1);
        assertThatIllegalStateException().isThrownBy(() -> sandbox.run(request));
        assertThatIllegalStateException().isThrownBy(() -> sandbox.submit(request));
    }
}

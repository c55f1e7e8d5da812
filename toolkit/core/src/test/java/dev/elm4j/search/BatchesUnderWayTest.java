package dev.elm4j.search;

import static dev.elm4j.search.TestRuns.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.FunctionEnvironment;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The batches that are under way at once: one that is slow, one that breaks, and what is kept of them when a run is stopped. */
@Timeout(120)
class BatchesUnderWayTest {

    /** Counts how often each text is scored, and holds up one of them until it is let go. */
    private static final class Gate {

        final Map<String, Integer> scored = new ConcurrentHashMap<>();
        final CountDownLatch others;
        final CountDownLatch open = new CountDownLatch(1);
        private final String held;

        Gate(String held, int others) {
            this.held = held;
            this.others = new CountDownLatch(others);
        }

        FunctionEnvironment<String> words() {
            FunctionEnvironment<String> words = TestRuns.words();
            return Environment.of("words", (String text) -> scored(words, text))
                    .measures(words.axes().toArray(Axis[]::new))
                    .seeds(words.seeds().toArray(String[]::new));
        }

        private Evaluation scored(FunctionEnvironment<String> words, String text) {
            scored.merge(text, 1, Integer::sum);
            if (text.equals(held)) {
                try {
                    open.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException("stopped");
                }
            } else {
                others.countDown();
            }
            return words.evaluate(List.of(text), Context.unmetered(0, 1)).get(0);
        }
    }

    private static Search<String> search(Environment<String> words, RunOpener opener) {
        return Search.of(words, opener)
                .operators(TestRuns.edits(false))
                .seed(7)
                .batch(1)
                .window(8)
                .threads(2);
    }

    /** With two slots and one of them held up, the other must do all the rest of the window. */
    @Test
    void aSlowBatchHoldsUpCommitsButNotTheOtherSlots() throws Exception {
        var gate = new Gate("hello", 5); // of the seven others some propose nothing or throw before they are scored
        Search<String> search = search(gate.words(), RunOpener.inMemory());
        search.start();
        gate.others.await();
        assertThat(search.progress().candidates()).isZero();
        gate.open.countDown();
        search.stop();
    }

    @Test
    void whatWasFinishedBeforeAStopIsNotDoneAgain() throws Exception {
        var gate = new Gate("hello", 0);
        var events = new RememberedEvents<String>(4);
        Search<String> search = search(gate.words(), events.opener());
        search.start();
        events.keeps.await();
        RunReport report = search.stop();
        assertThat(report.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(report.message()).contains("Interrupted after 0 candidates", "start() goes on");
        List<String> kept = kept(events);
        gate.open.countDown();
        search.run(8);
        Search<String> straight = search(TestRuns.words(), RunOpener.inMemory());
        straight.run(8);
        assertThat(outcome(search)).isEqualTo(outcome(straight));
        assertThat(kept).allSatisfy(text -> assertThat(gate.scored.get(text)).isEqualTo(1));
    }

    @Test
    void whatWasKeptIsNotDoneAgainByAnotherProcess() throws Exception {
        var gate = new Gate("hello", 0);
        var events = new RememberedEvents<String>(4);
        Search<String> first = search(gate.words(), events.opener());
        first.start();
        events.keeps.await();
        first.stop();
        List<String> kept = kept(events);
        var second = new Gate("", 0);
        Search<String> resumed = search(second.words(), events.opener()); // what the next process finds
        resumed.run(8);
        Search<String> straight = search(TestRuns.words(), RunOpener.inMemory());
        straight.run(8);
        assertThat(outcome(resumed)).isEqualTo(outcome(straight));
        assertThat(kept).isNotEmpty();
        assertThat(second.scored.keySet()).doesNotContainAnyElementsOf(kept);
    }

    private static List<String> kept(RememberedEvents<String> events) {
        return solutions(events.kept().stream().flatMap(batch -> batch.candidates().list().stream()));
    }

    private static List<String> solutions(Stream<Candidate<String>> candidates) {
        return candidates
                .map(Candidate::proposal)
                .filter(Proposal.Solved.class::isInstance)
                .map(proposal -> ((Proposal.Solved<String>) proposal).solution())
                .toList();
    }

    /** In a notebook the cell must end at once, whatever the environment does with an interrupt. */
    @Test
    void anEnvironmentThatBlocksForEverDoesNotHoldWhoInterrupts() throws Exception {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        Environment<String> deaf = Environment.of("deaf", (String text) -> {
                    begun.countDown();
                    boolean waiting = true;
                    while (waiting) {
                        try {
                            never.await();
                            waiting = false;
                        } catch (InterruptedException ignored) { // as bad code does
                            waiting = true;
                        }
                    }
                    return Evaluation.of(1, 1);
                })
                .measures(Axis.of("length", 0, 40))
                .seeds("a");
        Search<String> search = Search.of(deaf).operators(TestRuns.edits(false));
        var report = new AtomicReference<RunReport>();
        var caller = new Thread(() -> report.set(search.run(100)));
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();
        assertThat(report.get().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(search.archive().isEmpty()).isTrue(); // reading never waits
        never.countDown();
    }

    /** Code that turns an interrupt into something else must not make a failure of an innocent candidate. */
    @Test
    void whatAStopHasBrokenIsNoResult() throws Exception {
        for (int i = 0; i < 20; i++) {
            var begun = new CountDownLatch(2);
            var open = new CountDownLatch(1);
            FunctionEnvironment<String> words = TestRuns.words();
            Environment<String> brittle = Environment.of("words", (String text) -> {
                        begun.countDown();
                        try {
                            open.await();
                        } catch (InterruptedException stopped) {
                            throw new IllegalStateException("timed out", stopped);
                        }
                        return words.evaluate(List.of(text), Context.unmetered(0, 1))
                                .get(0);
                    })
                    .measures(words.axes().toArray(Axis[]::new))
                    .seeds(words.seeds().toArray(String[]::new));
            Search<String> search = search(brittle, RunOpener.inMemory());
            search.start();
            begun.await();
            search.stop();
            open.countDown();
            search.run(8);
            Search<String> straight = search(TestRuns.words(), RunOpener.inMemory());
            straight.run(8);
            assertThat(outcome(search)).isEqualTo(outcome(straight));
        }
    }

    @Test
    void aCancellationOfSomebodysOwnIsAFailureAndNoInterrupt() {
        Environment<String> joins = Environment.of("joins", (String text) -> {
                    throw new CancellationException("a future that I cancelled");
                })
                .measures(Axis.of("length", 0, 40))
                .seeds("a");
        Search<String> search = Search.of(joins).operators(TestRuns.edits(false));
        assertThat(search.run(10).state()).isEqualTo(RunState.DONE);
        assertThat(search.progress().failures()).isEqualTo(10);
    }

    @Test
    void aBatchThatBreaksIsReportedOnlyAfterThoseBeforeIt() {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), true, 8).operators(failsAt(120));
        assertThatIllegalStateException().isThrownBy(() -> search.run(400)).withMessageContaining("no such thing");
        assertThat(search.progress().candidates()).isEqualTo(120);
    }

    /** Edits that break in a way that is nobody's failure: an error of the platform. */
    private static Operator<String> failsAt(long number) {
        Consumer<List<Plan<String>>> fails = plans -> {
            if (plans.get(0).candidate() >= number) {
                throw new ServiceConfigurationError("no such thing");
            }
        };
        return TestRuns.edits(fails.andThen(TestRuns::linger));
    }
}

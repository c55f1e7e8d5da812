package dev.elm4j.search;

import static dev.elm4j.search.TestRuns.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run in the background: started, waited for, watched, stopped, started again. */
@Timeout(120)
class BackgroundTest {

    private static void listen(Search<String> search, Runnable each) {
        search.listen(new SearchListener<String>() {
            @Override
            public void committed(List<Commit<String>> batch, Progress progress) {
                each.run();
            }
        });
    }

    @Test
    void startRunsToTheBudgetAndAwaitTellsHowItEnded() {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), true, 4).budget(Budget.candidates(200));
        RunReport report = search.start().await();
        assertThat(report.state()).isEqualTo(RunState.BUDGET_SPENT);
        assertThat(report.message()).startsWith("Committed 200 candidates; the next batch would pass the budget");
        Search<String> straight = TestRuns.search(RunOpener.inMemory(), false, 1);
        straight.run(200);
        assertThat(outcome(search)).isEqualTo(outcome(straight));
        assertThat(search.await()).isEqualTo(report);
        assertThat(search.stop()).isEqualTo(report);
    }

    @Test
    void stoppedAndStartedAgainItIsTheSameRun() throws Exception {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), true, 4);
        for (int i = 0; i < 3; i++) {
            var some = new CountDownLatch(10);
            listen(search, some::countDown);
            search.start();
            some.await();
            assertThat(search.stop().state()).isEqualTo(RunState.INTERRUPTED);
        }
        Search<String> straight = TestRuns.search(RunOpener.inMemory(), false, 1);
        straight.run((int) search.progress().candidates());
        assertThat(outcome(search)).isEqualTo(outcome(straight));
    }

    @Test
    void anInterruptOfTheWaitLetsTheRunGoOn() throws Exception {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), true, 2);
        var more = new CountDownLatch(1);
        search.start();
        Thread.currentThread().interrupt();
        RunReport report = search.await();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.state()).isEqualTo(RunState.RUNNING);
        assertThat(report.message()).contains("the run goes on", "stop() ends it");
        listen(search, more::countDown);
        more.await();
        search.stop();
    }

    @Test
    void whileItRunsOtherVerbsSayWhatToDo() {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), true, 2);
        search.start();
        assertThatIllegalStateException().isThrownBy(() -> search.ask(1)).withMessageContaining("call stop()");
        assertThatIllegalStateException().isThrownBy(search::start).withMessageContaining("is under way");
        assertThatIllegalStateException().isThrownBy(() -> search.reevaluate(2)).withMessageContaining("is under way");
        search.stop();
    }

    @Test
    void aListenerMayStopTheRunThatItWatches() {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), false, 2);
        search.listen(new SearchListener<String>() {
            @Override
            public void committed(List<Commit<String>> batch, Progress progress) {
                if (progress.candidates() >= 40) {
                    search.stop();
                }
            }
        });
        assertThat(search.run(4_000).state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(search.progress().candidates()).isEqualTo(40);
    }

    @Test
    void anErrorInAListenerNeitherHangsNorHides() {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), false, 2);
        search.listen(new SearchListener<String>() {
            @Override
            public void ended(RunReport report) {
                throw new StackOverflowError("deep");
            }
        });
        assertThat(search.run(8).message()).contains("A listener was dropped because it threw", "deep");
    }

    @Test
    void withoutARunThereIsNothingToWaitFor() {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), false, 1);
        assertThatIllegalStateException().isThrownBy(search::await).withMessageContaining("Call start() or run(100)");
        assertThatIllegalStateException().isThrownBy(search::stop).withMessageContaining("no run to wait for");
    }

    @Test
    void aRunThatEndsByARuleSaysWhich() {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), false, 2)
                .until((progress, elapsed) ->
                        progress.candidates() >= 60 ? Optional.of("Sixty are enough.") : Optional.empty());
        RunReport report = search.start().await();
        assertThat(report.state()).isEqualTo(RunState.REACHED);
        assertThat(report.message()).startsWith("Committed 60 candidates. Sixty are enough.");
        assertThat(search.run(10).committed()).isZero();
    }
}

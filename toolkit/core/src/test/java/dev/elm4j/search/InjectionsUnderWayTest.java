package dev.elm4j.search;

import static dev.elm4j.search.TestRuns.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Proposal;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Solutions that a person brings while a run is under way: they wait for their turn, and none is lost or mistaken. */
@Timeout(120)
class InjectionsUnderWayTest {

    private final RememberedEvents<String> events = new RememberedEvents<>();

    private Search<String> search(int threads) {
        return TestRuns.search(events.opener(), threads > 1, threads);
    }

    @Test
    void whatIsBroughtWhileARunIsUnderWayWaitsForItsTurn() throws Exception {
        Search<String> search = search(4);
        var some = new CountDownLatch(5);
        var come = new CountDownLatch(1);
        search.listen(new SearchListener<String>() {
            @Override
            public void committed(List<Commit<String>> batch, Progress progress) {
                some.countDown();
                if (batch.get(0).candidate().injection().isPresent()) {
                    come.countDown();
                }
            }
        });
        search.start();
        some.await();
        InjectionReport<String> report = search.inject("queueing", "in passing");
        assertThat(report.commit()).isEmpty();
        assertThat(report.message()).matches("Queued as candidate \\d+, behind \\d+ that are planned already; .*");
        come.await();
        search.stop();
        Commit<String> commit = search.record().commits().get((int) report.candidate());
        assertThat(commit.candidate().injection().map(Injection::why)).contains("in passing");
        events.requireThatItResumes(search);
    }

    /** A run that ended before its turn came keeps it for the next, also in another process. */
    @Test
    void whatWaitsOutlivesTheRun() throws Exception {
        Search<String> search = search(2);
        var begun = new CountDownLatch(1);
        var held = new CountDownLatch(1);
        search.listen(new SearchListener<String>() {
            @Override
            public void committed(List<Commit<String>> batch, Progress progress) {
                begun.countDown();
                await(held);
            }
        });
        search.start();
        begun.await();
        InjectionReport<String> report = search.inject("queueing", "late");
        Thread stopper = new Thread(search::stop);
        stopper.start();
        held.countDown();
        stopper.join();
        assertThat(events.events).anyMatch(QueuedInjection.class::isInstance);
        events.requireThatItResumes(search);
        assertThat(search.record().commits())
                .filteredOn(commit -> commit.candidate().injection().isPresent())
                .extracting(commit -> commit.candidate().number())
                .containsExactly(report.candidate());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The plans of the first window are drawn before anything is committed; what comes then stands behind them. */
    @Test
    void whatIsBroughtBeforeTheFirstCommitOfARunResumes() throws Exception {
        for (boolean afterAsk : new boolean[] {false, true}) {
            events.events.clear();
            Search<String> search = search(2);
            if (afterAsk) {
                var candidates = search.ask(5);
                search.tell(candidates, search.evaluate(candidates));
            }
            var held = new CountDownLatch(1);
            var begun = new CountDownLatch(1);
            Search<String> slow = search.operators(waits(begun, held));
            slow.start();
            begun.await();
            slow.inject("queueing", "early");
            slow.inject("beau", "early too");
            held.countDown();
            slow.stop();
            slow.run(40);
            Search<String> resumed = slow.threads(1);
            assertThat(outcome(resumed)).isEqualTo(outcome(slow));
            assertThat(resumed.progress()).isEqualTo(slow.progress());
        }
    }

    /** Edits, but not before it is let go. */
    private static Operator<String> waits(CountDownLatch begun, CountDownLatch held) {
        return TestRuns.edits(plans -> {
            begun.countDown();
            await(held);
        });
    }

    /** Two that wait, both finished; a batch by hand moves them up, and each must keep its own result. */
    @Test
    void twoThatWaitAreNotTakenForEachOther() throws Exception {
        var events = new RememberedEvents<String>(2);
        var held = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        Search<String> search = Search.of(TestRuns.words(), events.opener())
                .operators(waits(begun, held))
                .batch(1)
                .window(1)
                .threads(4);
        search.run(3);
        search.start();
        begun.await();
        search.inject("queueing", "one");
        search.inject("beau", "two");
        events.keeps.await(); // both are finished while the batch before them is at work
        search.stop();
        held.countDown();
        var candidates = search.ask(1);
        search.tell(candidates, search.evaluate(candidates));
        search.run(3);
        assertThat(search.record().commits())
                .filteredOn(commit -> commit.candidate().injection().isPresent())
                .extracting(
                        commit -> ((Proposal.Solved<String>) commit.candidate().proposal()).solution())
                .containsExactly("queueing", "beau");
    }
}

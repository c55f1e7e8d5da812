package dev.elm4j.search;

import static dev.elm4j.search.TestRuns.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.elm4j.environment.Context;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Solutions that a person brings: committed now or in their turn, journaled with author and reason, never lost. */
@Timeout(120)
class InjectionTest {

    private final RememberedEvents<String> events = new RememberedEvents<>();

    private Search<String> search(int threads) {
        return TestRuns.search(events.opener(), threads > 1, threads);
    }

    /** Whatever was done, opening it again and going on must be the same as going on. */
    private void requireThatItResumes(Search<String> search) {
        Search<String> resumed = search.threads(1); // a new run from the same events
        assertThat(outcome(resumed)).isEqualTo(outcome(search));
        assertThat(resumed.progress()).isEqualTo(search.progress());
        int before = events.events.size();
        search.run(80);
        List<String> went = outcome(search);
        events.events.subList(before, events.events.size()).clear();
        Search<String> again = search.threads(3);
        again.run(80);
        assertThat(outcome(again)).isEqualTo(went);
    }

    @Test
    void whatIsBroughtWhileNothingIsUnderWayIsCommittedAtOnce() {
        Search<String> search = search(1);
        search.run(40);
        InjectionReport<String> report = search.inject("queueing", "five vowels in a row", "Ada");
        Commit<String> commit = report.commit().orElseThrow();
        assertThat(commit.candidate().number()).isEqualTo(40);
        assertThat(commit.candidate().operator()).isEqualTo(Candidate.INJECTED);
        assertThat(commit.candidate().injection()).contains(new Injection("Ada", "five vowels in a row"));
        assertThat(report.toString()).startsWith("Candidate 40: new, cell ");
        assertThat(search.progress().candidates()).isEqualTo(41);
        requireThatItResumes(search);
    }

    @Test
    void itsAuthorIsSomebodyUnlessNamed() {
        Search<String> search = search(1);
        search.run(4);
        Commit<String> commit = search.inject("queueing", "why not").commit().orElseThrow();
        assertThat(commit.candidate().injection().map(Injection::author)).contains("human");
    }

    @Test
    void aFailureOrCopyIsToldLikeAnyOther() {
        Search<String> search = search(1);
        search.run(4);
        assertThat(search.inject("hello", "again").message())
                .isEqualTo("Candidate 4: failed: copy: The same as candidate 0.");
        assertThat(search.inject("buzz", "it throws").message()).contains("failed: threw");
        assertThat(search.progress().failures()).isGreaterThanOrEqualTo(2);
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
        requireThatItResumes(search);
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
        requireThatItResumes(search);
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
            Search<String> slow = search.operators(new Waits(begun, held));
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
    private record Waits(CountDownLatch begun, CountDownLatch held) implements Operator<String> {

        @Override
        public String name() {
            return "edits";
        }

        @Override
        public int parents() {
            return 2;
        }

        @Override
        public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
            begun.countDown();
            InjectionTest.await(held);
            return TestRuns.edits(false).propose(plans, context);
        }
    }

    /** Two that wait, both finished; a batch by hand moves them up, and each must keep its own result. */
    @Test
    void twoThatWaitAreNotTakenForEachOther() throws Exception {
        var events = new RememberedEvents<String>(2);
        var held = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        Search<String> search = Search.of(TestRuns.words(), events.opener())
                .operators(new Waits(begun, held))
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

    @Test
    void theSeedsComeFirstWhateverIsBroughtBefore() {
        Search<String> search = search(1);
        InjectionReport<String> report = search.inject("queueing", "too early");
        assertThat(report.message()).startsWith("Queued as candidate 4, behind 4");
        search.run(8);
        assertThat(search.record().commits())
                .extracting(commit -> commit.candidate().operator())
                .startsWith("seed", "seed", "seed", "edits", "injected", "edits");
        requireThatItResumes(search);
    }

    @Test
    void whatWaitsMovesUpBehindABatchThatIsAskedFor() {
        Search<String> search = search(1);
        search.inject("queueing", "too early");
        var candidates = search.ask(6);
        search.tell(candidates, search.evaluate(candidates));
        search.run(4);
        assertThat(search.record().commits().get(6).candidate().injection()).isPresent();
        requireThatItResumes(search);
    }

    @Test
    void asksInjectionsAndRunsInAnyOrderResume() {
        Search<String> search = search(1);
        search.run(20);
        var candidates = search.ask(3);
        search.tell(candidates, search.evaluate(candidates));
        search.inject("queueing", "one");
        search.run(8);
        search.inject("beau", "two");
        search.inject("eau", "three", "Ada");
        candidates = search.ask(5);
        search.tell(candidates, search.evaluate(candidates));
        requireThatItResumes(search);
    }

    @Test
    void aBatchThatWasAskedForIsOutdatedByAnInjection() {
        Search<String> search = search(1);
        search.run(4);
        var candidates = search.ask(3);
        var evaluations = search.evaluate(candidates);
        search.inject("queueing", "in between");
        assertThatIllegalStateException()
                .isThrownBy(() -> search.tell(candidates, evaluations))
                .withMessageContaining("more was committed since");
    }

    @Test
    void whatTheCodecCannotWriteIsRefusedBeforeItWaits() {
        Search<String> search = Search.of(
                        TestRuns.words()
                                .codec(dev.elm4j.environment.Codec.of(
                                        text -> {
                                            if (text.length() > 30) {
                                                throw new IllegalStateException("too long to write");
                                            }
                                            return dev.elm4j.environment.Codec.string()
                                                    .encode(text);
                                        },
                                        json -> json.textValue())),
                        events.opener())
                .operators(TestRuns.edits(false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search.inject("a".repeat(31), "a long one"))
                .withMessageContaining("codec cannot write this solution")
                .withMessageContaining("too long to write");
        assertThat(events.events).isEmpty();
        assertThat(search.run(10).committed()).isEqualTo(10);
    }

    @Test
    void wrongInputIsNamed() {
        Search<String> search = search(1);
        assertThatNullPointerException()
                .isThrownBy(() -> search.inject(null, "x"))
                .withMessage("solution");
        assertThatNullPointerException()
                .isThrownBy(() -> search.inject("x", null))
                .withMessage("why");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search.inject("x", "y", " "))
                .withMessageContaining("needs an author, but the name is blank");
        Search<String> full = TestRuns.search(RunOpener.inMemory(), false, 1).budget(Budget.candidates(4));
        full.run(4);
        assertThatIllegalStateException()
                .isThrownBy(() -> full.inject("queueing", "no room"))
                .withMessageContaining("budget is 4");
        assertThat(full.record().commits()).hasSize(4);
    }
}

package dev.elm4j.search;

import static dev.elm4j.search.TestRuns.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.elm4j.archive.AddStatus;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private static Search<double[]> sphere() {
        return Search.of(Functions.sphere(4)).operators(Gaussian.of(0.5)).seed(3);
    }

    @Test
    void theSeedsComeFirstAndCountAsCandidates() {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), false, 1);
        Candidates<String> candidates = search.ask(4);
        assertThat(candidates.list()).extracting(Candidate::operator).containsExactly("seed", "seed", "seed", "edits");
        assertThat(candidates.list().get(3).parents()).isSubsetOf(0L, 1L, 2L);
        search.tell(candidates, search.evaluate(candidates));
        assertThat(search.progress().candidates()).isEqualTo(4);
    }

    @Test
    void askEvaluateTellIsWhatRunDoes() {
        Search<double[]> byHand = sphere();
        for (int i = 0; i < 20; i++) {
            var candidates = byHand.ask(10);
            byHand.tell(candidates, byHand.evaluate(candidates));
        }
        Search<double[]> byRun = sphere();
        byRun.run(200);
        assertThat(values(byHand)).isEqualTo(values(byRun));
    }

    private static List<Object> values(Search<double[]> search) {
        var list = new ArrayList<>();
        for (var elite : search.archive().elites()) {
            list.add(elite.candidate() + " " + elite.cell() + " " + elite.objective() + " " + elite.measures());
        }
        return list;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 32})
    void threadsAndDelaysDoNotChangeTheRun(int threads) {
        Search<String> serial = TestRuns.search(RunOpener.inMemory(), false, 1);
        serial.run(400);
        Search<String> parallel = TestRuns.search(RunOpener.inMemory(), true, threads);
        parallel.run(400);
        assertThat(outcome(parallel)).isEqualTo(outcome(serial));
        assertThat(parallel.progress()).isEqualTo(serial.progress());
    }

    @Test
    void aRunInPiecesIsTheRunInOne() {
        Search<String> one = TestRuns.search(RunOpener.inMemory(), false, 4);
        one.run(120);
        Search<String> pieces = TestRuns.search(RunOpener.inMemory(), true, 4);
        pieces.run(4);
        pieces.run(60);
        pieces.run(56);
        assertThat(outcome(pieces)).isEqualTo(outcome(one));
    }

    @Test
    void anotherSeedGivesAnotherRun() {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), false, 1);
        search.run(100);
        Search<String> other = search.seed(8);
        other.run(100);
        assertThat(outcome(other)).isNotEqualTo(outcome(search));
    }

    @Test
    void whatIsMeasuredIsNamedByElitesEvaluationsAndCommits() {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), false, 1);
        assertThat(search.isBegun()).isFalse();
        var axes = search.setup().tessellation().axes();
        var candidates = search.ask(10);
        assertThat(search.isBegun()).isTrue();
        var evaluations = search.evaluate(candidates);
        assertThat(evaluations.axes()).isEqualTo(axes);
        assertThat(search.tell(candidates, evaluations).axes()).isEqualTo(axes);
        assertThat(search.archive().best().axes()).isEqualTo(axes);
        assertThat(search.archive().best().toString()).contains(axes.get(0).label() + " ");
    }

    @Test
    void failuresAreCountedByKindAndNeverThrown() {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), false, 1);
        RunReport report = search.run(600);
        var kinds = search.record().commits().stream()
                .map(Commit::evaluation)
                .filter(Failure.class::isInstance)
                .map(failure -> ((Failure) failure).kind())
                .toList();
        assertThat(kinds).contains(Failure.COPY, Failure.NO_SOLUTION, "unlucky");
        assertThat(search.progress().failures()).isEqualTo(kinds.size());
        assertThat(report.failures())
                .isEqualTo(kinds.stream()
                        .collect(java.util.stream.Collectors.groupingBy(
                                kind -> kind, java.util.stream.Collectors.counting())));
        assertThat(List.copyOf(report.failures().values())).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(report.state()).isEqualTo(RunState.DONE);
        assertThat(report.committed()).isEqualTo(600);
    }

    @Test
    void copiesAreFoundAtCommitAndNameTheFirst() {
        Search<String> search =
                Search.of(TestRuns.words().seeds("same", "other", "same")).operators(TestRuns.edits(false));
        var candidates = search.ask(3);
        Commits<String> commits = search.tell(candidates, search.evaluate(candidates));
        assertThat(commits.list().get(2).evaluation()).isEqualTo(new Failure(Failure.COPY, "The same as candidate 0."));
    }

    @Test
    void theArchiveIsASnapshotAndReadingRunsNothing() {
        Search<double[]> search = sphere();
        var before = search.archive();
        search.run(50);
        assertThat(before.isEmpty()).isTrue();
        assertThat(search.archive().isEmpty()).isFalse();
        assertThat(search.progress().candidates()).isEqualTo(50);
    }

    @Test
    void aRunIsRoundedUpToWholeBatches() {
        Search<double[]> search = sphere();
        assertThat(search.run(25).committed()).isEqualTo(30);
    }

    @Test
    void theBudgetOfCandidatesIsNeverPassed() {
        Search<double[]> search = sphere().budget(Budget.candidates(37));
        RunReport report = search.run(100);
        assertThat(report.state()).isEqualTo(RunState.BUDGET_SPENT);
        assertThat(report.committed()).isEqualTo(30);
        assertThat(report.message()).contains("(at most 37 candidates)");
        assertThatIllegalStateException().isThrownBy(() -> search.ask(8)).withMessageContaining("budget is 37");
        assertThat(search.ask(7).size()).isEqualTo(7);
    }

    @Test
    void anInterruptKeepsWhatWasCommittedAndTheNextRunGoesOn() throws Exception {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), true, 2);
        var some = new CountDownLatch(10);
        search.listen(new SearchListener<String>() {
            @Override
            public void committed(List<Commit<String>> batch, Progress progress) {
                some.countDown();
            }
        });
        var report = new AtomicReference<RunReport>();
        var caller = new Thread(() -> report.set(search.run(1_000_000)));
        caller.start();
        some.await();
        caller.interrupt();
        caller.join();
        assertThat(report.get().state()).isEqualTo(RunState.INTERRUPTED);
        search.run(4);
        long committed = search.progress().candidates();
        Search<String> straight = TestRuns.search(RunOpener.inMemory(), false, 1);
        straight.run((int) committed);
        assertThat(outcome(search)).isEqualTo(outcome(straight));
    }

    @Test
    @Timeout(60)
    void whenOneBatchBreaksTheRunTheOthersAreAskedToEnd() throws Exception {
        var second = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        Operator<String> operator = new Operator<>() {
            @Override
            public String name() {
                return "stubborn";
            }

            @Override
            public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
                if (plans.get(0).candidate() < 5) {
                    awaitUninterruptibly(second);
                    throw new OutOfMemoryError("not really");
                }
                second.countDown();
                while (!context.cancelled() && asked.getCount() > 0) {
                    Thread.onSpinWait();
                }
                asked.countDown();
                throw new CancellationException();
            }
        };
        Search<String> search = Search.of(TestRuns.words())
                .operators(operator)
                .batch(5)
                .window(2)
                .threads(2);
        assertThatIllegalStateException().isThrownBy(() -> search.run(10)).withMessageContaining("not really");
        boolean ended = asked.await(10, TimeUnit.SECONDS);
        asked.countDown(); // lets the thread go where the search did not
        assertThat(ended).isTrue();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupt) {
            throw new AssertionError(interrupt);
        }
    }

    @Test
    void aClosedSearchIsReadButNotContinued() {
        Search<double[]> search = sphere();
        search.run(20);
        search.close();
        assertThat(search.progress().candidates()).isEqualTo(20);
        for (Executable verb : List.<Executable>of(() -> search.run(10), () -> search.ask(10))) {
            assertThatIllegalStateException().isThrownBy(verb::execute).withMessageContaining("is closed");
        }
        assertThat(search.progress().candidates()).isEqualTo(20);
    }

    @Test
    void aWindowWiderThanTheRunIsIndependentSampling() {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), false, 1).window(1_000);
        assertThat(search.run(200).message()).contains("window of 4,000 candidates");
        assertThat(search.record().commits())
                .allSatisfy(commit -> assertThat(commit.candidate().parents()).isSubsetOf(0L, 1L, 2L));
    }

    @Test
    void independentSamplingNeverUsesWhatItFound() {
        Search<String> search =
                TestRuns.search(RunOpener.inMemory(), false, 1).strategy(Strategy.independentSampling());
        search.run(200);
        assertThat(search.record().commits())
                .allSatisfy(commit -> assertThat(commit.candidate().parents()).isSubsetOf(0L, 1L, 2L));
    }

    @Test
    void textsOfBatchesFitEightyColumns() {
        Search<String> search = TestRuns.search(RunOpener.inMemory(), false, 1);
        var candidates = search.ask(30);
        var evaluations = search.evaluate(candidates);
        var commits = search.tell(candidates, evaluations);
        for (Object shown : List.of(candidates, evaluations, commits, search, search.progress(), search.archive())) {
            assertThat(shown.toString().lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        }
        assertThat(commits.list()).anyMatch(commit -> commit.result()
                .map(result -> result.status() == AddStatus.NEW)
                .orElse(false));
    }

    @Test
    void otherCellsMayReplaceTheEnvironmentsOwn() {
        Search<double[]> search = sphere().tessellation(Tessellation.grid(
                Axis.of("first half", -10, 10).bins(3),
                Axis.of("second half", -10, 10).bins(3)));
        search.run(50);
        assertThat(search.archive().statistics().cells()).isEqualTo(9);
    }
}

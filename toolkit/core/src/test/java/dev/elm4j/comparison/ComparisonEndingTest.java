package dev.elm4j.comparison;

import static dev.elm4j.comparison.SmallComparisons.INDEPENDENT;
import static dev.elm4j.comparison.SmallComparisons.paid;
import static dev.elm4j.comparison.SmallComparisons.small;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.archive.Axis;
import dev.elm4j.comparison.Ending.Kind;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.FunctionEnvironment;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Search;
import dev.elm4j.search.StopRule;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs of a comparison that end otherwise than at their budget, and a comparison that is interrupted. */
@Timeout(60)
class ComparisonEndingTest {

    @Test
    void aRunThatCostsNothingEndsAndSaysSo() {
        ComparisonTable table = small().seeds(1).budget(Cost.CALLS, 10).run();
        assertThat(table.runs()).extracting(run -> run.ending().kind()).containsOnly(Kind.EARLY);
        assertThat(table.toString()).contains("have cost no model calls").contains("Cost.CANDIDATES");
    }

    @Test
    void aFirstBatchBeyondTheBudgetIsARunThatFoundNothing() {
        ComparisonTable table = Comparison.of(paid(10))
                .arms(Arm.of("tens", search -> search), Arm.of("twos", search -> search.batch(2)))
                .seeds(1, 2)
                .budget(Cost.CALLS, 3)
                .run();
        ComparedRun run = table.runs().get(0);
        assertThat(run.progress().candidates()).isZero();
        assertThat(run.curve()).isEmpty();
        assertThat(table.row("tens", "best").median()).isInfinite();
        assertThat(table.row("twos", "best").a12()).isEqualTo(1);
        assertThat(table.toString()).contains("none");
    }

    @Test
    void aRunThatEndsBelowItsBudgetIsMarkedAndCompared() {
        ComparisonTable table = small().arms(
                        INDEPENDENT,
                        Arm.of("until 50", search -> search.until(StopRule.candidates(50))),
                        Arm.of("cap of 70", search -> search.budget(Budget.candidates(70))))
                .run();
        assertThat(table.runs())
                .extracting(run -> run.progress().candidates())
                .containsExactly(200L, 200L, 200L, 50L, 50L, 50L, 70L, 70L, 70L);
        assertThat(table.row("until 50", "coverage").n()).isEqualTo(3);
        assertThat(String.join("\n", table.notes()))
                .contains("3 of 9 runs are at the budget.")
                .contains("'until 50', seed 1, ended below the budget")
                .contains("The limit of 50 candidates is reached")
                .contains("And so 2 more.");
    }

    @Test
    void anEnvironmentThatThrowsFillsNothingAndBreaksNothing() {
        FunctionEnvironment<String> broken = Environment.of("broken", (String s) -> {
                    if (s.length() > 1) {
                        throw new IllegalStateException("no " + s);
                    }
                    return Evaluation.of(1, 1);
                })
                .measures(Axis.of("length", 0, 10))
                .seeds("xx");
        Search<String> other = paid(10);
        ComparisonTable table = Comparison.of(other)
                .arms(
                        Arm.of("broken", search -> Search.of(broken)
                                .operators(other.setup().operators().get(0))),
                        Arm.of("whole", search -> search))
                .seeds(1, 2, 3, 4)
                .budget(Cost.CANDIDATES, 30)
                .run();
        assertThat(table.runs().get(0).progress().failures()).isEqualTo(30);
        assertThat(table.row("broken", "coverage").median()).isZero();
        assertThat(table.row("whole", "best").a12()).isEqualTo(1);
    }

    @Test
    void aMetricThatThrowsLeavesItsRunsOut() {
        ComparisonTable table = small().metric("odd", search -> {
                    if (search.setup().seed() == 2) {
                        throw new IllegalStateException("not of seed 2");
                    }
                    return 1;
                })
                .run();
        assertThat(table.row("MAP-Elites", "odd").n()).isEqualTo(2);
        assertThat(table.notes()).anyMatch(note -> note.contains("seed 2, broke and is left out: not of seed 2"));
    }

    @Test
    void aListenerHearsOfEachRunAndIsDroppedIfItThrows() {
        var heard = new ArrayList<String>();
        ComparisonTable table = small().threads(3)
                .listen(run -> {
                    heard.add(run.name());
                    if (heard.size() == 4) {
                        throw new IllegalStateException("enough");
                    }
                })
                .run();
        assertThat(heard).hasSize(4);
        assertThat(table.runs()).hasSize(6);
        assertThat(table.notes())
                .anyMatch(note -> note.contains("dropped because it threw") && note.contains("enough"));
    }

    @Test
    void anInterruptKeepsWhatIsThereAndTheNextRunGoesOn() throws Exception {
        Comparison<double[]> whole = small().budget(Cost.CANDIDATES, 2_000);
        var begun = new CountDownLatch(1);
        Comparison<double[]> torn = whole.threads(2).listen(run -> begun.countDown());
        var partial = new AtomicReference<ComparisonTable>();
        var flag = new AtomicReference<Boolean>();
        var caller = new Thread(() -> {
            partial.set(torn.run());
            flag.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();
        assertThat(flag.get()).isTrue();
        assertThat(partial.get().notes().get(0)).contains("Interrupted").contains("run() goes on");
        assertThat(partial.get().runs()).extracting(run -> run.ending().kind()).contains(Kind.AT_BUDGET);
        assertThat(torn.run()).isEqualTo(whole.run());
    }
}

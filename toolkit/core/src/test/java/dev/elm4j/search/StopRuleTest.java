package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.elm4j.archive.Statistics;
import dev.elm4j.environment.Usage;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Caller;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.Operator;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** Each rule ends a real run in the background; the batches are of 5. */
@Timeout(30)
class StopRuleTest {

    /** Each call reads 3 tokens, writes 4 and costs a tenth of a US dollar. */
    private static final UnaryOperator<String> MODEL = request -> "a" + request;

    private static final Operator<String> CALLER = new Caller(MODEL, "%03d");

    private static Search<String> words() {
        return Search.of(TestRuns.words())
                .operators(TestRuns.edits(false))
                .batch(5)
                .seed(3);
    }

    private static RunReport ended(Search<String> search, StopRule rule) {
        RunReport report = search.until(rule).start().await();
        assertThat(report.state()).isEqualTo(RunState.REACHED);
        assertThat(report.message().lines().toList()).hasSize(1);
        return report;
    }

    @Test
    void candidatesEndARunAtTheirBatch() {
        RunReport report = ended(words(), StopRule.candidates(1_001));
        assertThat(report.progress().candidates()).isEqualTo(1_005);
        assertThat(report.message()).contains("The limit of 1,001 candidates is reached: 1,005 are committed.");
    }

    @Test
    void callsTokensAndDollarsEndARunAtTheirBatch() {
        Search<String> search = words().operators(CALLER)
                .prices((any, tokens) ->
                        OptionalLong.of(100_000_000)); // 3 seeds, then a call each: 2, 7, 12, 17 after a batch
        RunReport calls = ended(search, StopRule.calls(8));
        assertThat(calls.progress().usage().calls()).isEqualTo(12);
        assertThat(calls.message()).contains("The limit of 8 model calls is reached: 12 were made.");
        RunReport tokens = ended(search, StopRule.tokens(85));
        assertThat(tokens.progress().usage().tokens()).isEqualTo(119);
        assertThat(tokens.message()).contains("The limit of 85 tokens is reached: 119 were read and written.");
        RunReport usd = ended(search, StopRule.usd(0.7));
        assertThat(usd.progress().usage().calls()).isEqualTo(7); // at the limit is enough
        assertThat(usd.message()).contains("The limit of 0.7000 US dollars is reached: 0.7000 were spent.");
    }

    @Test
    void theWallTimeEndsEachRunOnItsOwn() {
        var clock = new AtomicLong();
        var setup = words().until(StopRule.wallTime(Duration.ofSeconds(10))).setup();
        var run = new Run<>(setup, 1, Recorder.<String>inMemory(), clock::get);
        run.listen(new SearchListener<String>() {
            @Override
            public void committed(List<Commit<String>> batch, Progress progress) {
                clock.addAndGet(3_000_000_000L);
            }
        });
        var search = Search.of(TestRuns.words(), new Fixed(run)).operators(TestRuns.edits(false));
        RunReport report = search.start().await();
        assertThat(report.committed()).isEqualTo(20);
        assertThat(report.message()).contains("The limit of 10.0 seconds is reached: 12.0 have passed.");
        assertThat(search.start().await().committed()).isEqualTo(20);
    }

    private record Fixed(Run<?> run) implements RunOpener {
        @Override
        @SuppressWarnings("unchecked") // the one run there is
        public <S> Run<S> open(Setup<S> setup, int threads) {
            return (Run<S>) run;
        }
    }

    @Test
    void anObjectiveEndsARunAtTheFirstBatchThatHasIt() {
        Search<double[]> search =
                Search.of(Functions.sphere(4)).operators(Gaussian.of(0.5)).until(StopRule.objective(95));
        RunReport report = search.start().await();
        var history = search.record().history();
        assertThat(report.progress().statistics().best()).isGreaterThanOrEqualTo(95);
        assertThat(history.get(history.size() - 2).statistics().best()).isLessThan(95);
        assertThat(report.message()).contains("The objective 9").contains(" reaches the target of 95.0.");
    }

    @Test
    void coverageEndsARunAtTheFirstBatchThatHasIt() {
        Search<String> search = words();
        RunReport report = search.until(StopRule.coverage(0.25)).start().await();
        assertThat(report.state()).isEqualTo(RunState.REACHED);
        assertThat(report.progress().statistics().coverage()).isGreaterThanOrEqualTo(0.25);
        search.run((int) report.committed() - 5);
        assertThat(search.progress().statistics().coverage()).isLessThan(0.25);
        assertThat(report.message()).contains("% reaches the target of 25.00 %.");
    }

    /** A population of one cell is full at once; what a user sees as the map is not. */
    @Test
    void coverageIsThatOfTheSearchsCellsWhateverTheStrategyKeeps() {
        var full = new Statistics(1, 1, 1, 1, 1);
        var sparse = new Statistics(1, 100, 1, 1, 1);
        var progress = new Progress(10, 0, Usage.NONE, full, sparse, 0);
        assertThat(StopRule.coverage(0.5).reason(progress, Duration.ZERO)).isEmpty();
    }

    @Test
    void aStandstillEndsARun() {
        RunReport report = ended(words(), StopRule.noImprovement(60));
        assertThat(report.progress().unimproved()).isBetween(60L, 64L);
        assertThat(report.message()).contains("60 candidates without an improvement are enough; there were 6");
    }

    @Test
    void anEmptyMapReachesNoTarget() {
        var empty = new Progress(0, 0, Usage.NONE, new Statistics(0, 9, 0, Double.NaN, Double.NaN));
        assertThat(StopRule.objective(-1e9).reason(empty, Duration.ZERO)).isEmpty();
        assertThat(StopRule.coverage(1e-9).reason(empty, Duration.ZERO)).isEmpty();
    }

    @Test
    void aFullMapHasACoverageOfOne() {
        var full = new Progress(9, 0, Usage.NONE, new Statistics(9, 9, 0, 0, 0));
        assertThat(StopRule.coverage(1).reason(full, Duration.ZERO)).isPresent();
    }

    @Test
    void aRuleThatHoldsAlreadyBeginsNothing() {
        Search<String> search = words();
        search.run(20);
        var again = words().until(StopRule.candidates(5));
        assertThat(again.start().await().committed()).isEqualTo(5);
        assertThat(again.start().await().committed()).isZero();
    }

    @Test
    void rulesThatSayTheSameAreEqual() {
        assertThat(StopRule.usd(0.5)).isEqualTo(StopRule.usd(0.5)).isNotEqualTo(StopRule.usd(0.6));
        assertThat(StopRule.coverage(0.5)).isNotEqualTo(StopRule.objective(0.5)).hasToString("coverage(0.5)");
        assertThat(StopRule.calls(2_000)).isNotEqualTo(StopRule.tokens(2_000)).hasToString("calls(2,000)");
    }

    @Test
    void limitsThatCannotBeAreRefusedWithTheirUnit() {
        for (Executable wrong : List.<Executable>of(
                () -> StopRule.candidates(0),
                () -> StopRule.calls(-1),
                () -> StopRule.tokens(0),
                () -> StopRule.noImprovement(0))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(wrong::execute)
                    .withMessageMatching("StopRule\\.\\w+ needs at least 1, but got .*");
        }
        for (double usd : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StopRule.usd(usd))
                    .withMessageContaining("US dollars greater than 0, but got " + usd);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StopRule.wallTime(Duration.ofSeconds(-1)))
                .withMessageContaining("of seconds");
        assertThatNullPointerException()
                .isThrownBy(() -> StopRule.wallTime(null))
                .withMessage("time");
        assertThatIllegalArgumentException().isThrownBy(() -> StopRule.objective(Double.NaN));
        for (double share : new double[] {0, -0.1, 1.01, 80, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StopRule.coverage(share))
                    .withMessageContaining("For 80 % write 0.8");
        }
    }
}

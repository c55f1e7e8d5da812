package dev.elm4j.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.archive.Axis;
import dev.elm4j.comparison.Ending.Kind;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.FunctionEnvironment;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Caller;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Progress;
import dev.elm4j.search.Search;
import dev.elm4j.search.StopRule;
import dev.elm4j.search.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ComparisonTest {

    private static final Arm<double[]> INDEPENDENT = Arm.strategy(Strategy.independentSampling());
    private static final Arm<double[]> ELITES = Arm.strategy(Strategy.mapElites());

    private static Search<double[]> sphere() {
        return Search.of(Functions.sphere(4)).operators(Gaussian.of(0.5)).name("sphere");
    }

    private static Comparison<double[]> small() {
        return Comparison.of(sphere()).arms(INDEPENDENT, ELITES).seeds(1, 2, 3).budget(Cost.CANDIDATES, 200);
    }

    @Test
    void theRowsAreThoseOfTheRunsDoneByHand() {
        ComparisonTable table = small().run();
        double[] elites = {1, 2, 3};
        for (int i = 0; i < 3; i++) {
            Search<double[]> search = sphere().seed(i + 1);
            search.run(200);
            elites[i] = search.progress().passive().qdScore();
        }
        assertThat(table.runs().subList(3, 6))
                .extracting(run -> run.values().get("QD score"))
                .containsExactly(elites[0], elites[1], elites[2]);
        ComparisonRow row = table.row("MAP-Elites", ComparisonTable.QD_SCORE);
        assertThat(row.median()).isEqualTo(Samples.median(elites));
        assertThat(row.n()).isEqualTo(3);
        assertThat(row.p()).isCloseTo(0.1, within(1e-12));
        assertThat(row.a12()).isEqualTo(1);
        ComparisonRow first = table.row("independent sampling", ComparisonTable.COVERAGE);
        assertThat(first.p()).isNaN();
        assertThat(first.a12()).isNaN();
    }

    @Test
    void threadsDoNotChangeTheTable() {
        assertThat(small().threads(8).run()).isEqualTo(small().run());
    }

    @Test
    void strategiesWithCellsOfTheirOwnCompareByThePassiveArchive() {
        ComparisonTable table = Comparison.of(sphere())
                .arms(INDEPENDENT, Arm.strategy(Strategy.cvtMapElites(7)), Arm.strategy(Strategy.genetic(10, 2)))
                .seeds(1)
                .budget(Cost.CANDIDATES, 100)
                .run();
        assertThat(table.runs()).allSatisfy(run -> {
            Progress progress = run.progress();
            assertThat(progress.passive().cells()).isEqualTo(400);
            assertThat(run.values())
                    .containsEntry("QD score", progress.passive().qdScore())
                    .containsEntry("coverage", progress.passive().coverage())
                    .containsEntry("best", progress.passive().best());
        });
    }

    @Test
    void aBudgetThatIsNoWholeNumberOfBatchesIsNeverPassed() {
        ComparisonTable table = Comparison.of(sphere().batch(30))
                .arms(INDEPENDENT, Arm.of("small batches", search -> search.batch(7)))
                .seeds(1)
                .budget(Cost.CANDIDATES, 100)
                .run();
        assertThat(table.runs()).extracting(run -> run.progress().candidates()).containsExactly(90L, 98L);
        assertThat(table.runs()).extracting(run -> run.ending().kind()).containsOnly(Kind.AT_BUDGET);
        assertThat(table.toString()).doesNotContain("below the budget");
    }

    @Test
    void theOffsetAndAMetricOfOnesOwnAreInTheTable() {
        ComparisonTable plain = small().run();
        ComparisonTable table = small().offset(-10)
                .metric("doubled", search -> 2 * search.archive().size())
                .run();
        for (int i = 0; i < 6; i++) {
            ComparedRun run = table.runs().get(i);
            int elites = run.progress().passive().elites();
            assertThat(run.values().get("QD score"))
                    .isCloseTo(plain.runs().get(i).values().get("QD score") + 10 * elites, within(1e-9));
            assertThat(run.values()).containsEntry("doubled", 2.0 * elites);
        }
        assertThat(table.metrics()).containsExactly("QD score", "coverage", "best", "doubled");
    }

    @Test
    void curvesAreThinnedAndEndWhereTheRunIsCompared() {
        ComparisonTable table = Comparison.of(sphere().batch(1))
                .arms(INDEPENDENT, ELITES)
                .seeds(1, 2)
                .budget(Cost.CANDIDATES, 450)
                .run();
        assertThat(table.curves()).hasSize(4).allSatisfy(curve -> {
            assertThat(curve.points()).hasSize(Curve.MOST);
            assertThat(curve.points().get(0).cost()).isEqualTo(1);
            assertThat(curve.points().get(Curve.MOST - 1).cost()).isEqualTo(450);
            assertThat(curve.points()).extracting(CurvePoint::cost).isSorted().doesNotHaveDuplicates();
        });
        assertThat(table.curves())
                .extracting(Curve::arm)
                .containsExactly("independent sampling", "independent sampling", "MAP-Elites", "MAP-Elites");
        assertThat(table.curves().get(3).points().get(Curve.MOST - 1).qdScore())
                .isEqualTo(table.runs().get(3).values().get("QD score"));
    }

    // ---- other costs ----

    /** A call per candidate but the seeds, of 10 tokens and a thousandth of a US dollar. */
    private static Search<String> paid(int batch) {
        UnaryOperator<String> model = request -> request.substring(2);
        var caller = new Caller(model, "%06d");
        return Search.of(lengths()).operators(caller).batch(batch).prices((any, tokens) -> OptionalLong.of(1_000_000));
    }

    private static FunctionEnvironment<String> lengths() {
        return Environment.of("lengths", (String s) -> Evaluation.of(s.hashCode() % 7, s.length()))
                .measures(Axis.of("length", 0, 10))
                .seeds("x");
    }

    @Test
    void callsTokensAndDollarsAreComparedAtTheLastBatchWithinTheBudget() {
        UnaryOperator<Search<String>> same = search -> search;
        for (var budget : List.of(
                new Design.Cap(Cost.CALLS, 25), new Design.Cap(Cost.TOKENS, 250), new Design.Cap(Cost.USD, 0.025))) {
            ComparisonTable table = Comparison.of(paid(10))
                    .arms(Arm.of("tens", same), Arm.of("fours", search -> search.batch(4)))
                    .seeds(1)
                    .budget(budget.cost(), budget.budget())
                    .run();
            assertThat(table.runs())
                    .extracting(run -> run.progress().usage().calls())
                    .containsExactly(19L, 23L);
            assertThat(table.runs()).extracting(run -> run.ending().kind()).containsOnly(Kind.AT_BUDGET);
            List<CurvePoint> points = table.curves().get(0).points();
            assertThat(points.get(points.size() - 1).cost()).isLessThanOrEqualTo(budget.budget());
        }
    }

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

    // ---- runs that end otherwise ----

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

    // ---- wrong input ----

    @Test
    void aComparisonNeedsTwoArmsOfDifferentNamesAndDifferentSeeds() {
        Comparison<double[]> of = Comparison.of(sphere());
        assertThatIllegalStateException()
                .isThrownBy(() -> of.budget(Cost.CANDIDATES, 10).run())
                .withMessageContaining("no arms");
        assertThatIllegalArgumentException().isThrownBy(() -> of.arms()).withMessageContaining("got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.arms(ELITES))
                .withMessageContaining("at least 2 arms, but got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.arms(ELITES, INDEPENDENT, ELITES))
                .withMessageContaining("'MAP-Elites' came twice");
        assertThatIllegalArgumentException().isThrownBy(() -> of.seeds()).withMessageContaining("at least 1 seed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.seeds(1, 2, 1))
                .withMessageContaining("seed")
                .withMessageContaining("'1' came twice");
        assertThatIllegalArgumentException().isThrownBy(() -> of.threads(0));
        assertThatIllegalArgumentException().isThrownBy(() -> of.offset(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.metric("best", search -> 1))
                .withMessageContaining("'best' came twice");
        assertThatIllegalArgumentException().isThrownBy(() -> Arm.of(" ", search -> search));
        assertThatNullPointerException().isThrownBy(() -> Comparison.of(null)).withMessage("base");
        assertThatNullPointerException().isThrownBy(() -> of.budget(null, 1)).withMessage("cost");
    }

    @Test
    void aBudgetMustBeThereAndPossible() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> Comparison.of(sphere()).arms(INDEPENDENT, ELITES).run())
                .withMessageContaining(".budget(Cost.CANDIDATES");
        for (double wrong : new double[] {0, -1, 0.5, 10.5, Double.NaN, 1e12}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> small().budget(Cost.CALLS, wrong))
                    .withMessageContaining("model calls")
                    .withMessageContaining("got " + wrong);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> small().budget(Cost.USD, 0));
        assertThat(Comparison.of(sphere().budget(Budget.candidates(40)))
                        .arms(INDEPENDENT, ELITES)
                        .seeds(1)
                        .run()
                        .budget())
                .isEqualTo(40);
    }

    @Test
    void anArmThatCannotRunIsNamedBeforeAnythingIsEvaluated() {
        var evaluated = new ArrayList<String>();
        FunctionEnvironment<String> counted = Environment.of("counted", (String s) -> {
                    evaluated.add(s);
                    return Evaluation.of(1, 1);
                })
                .measures(Axis.of("length", 0, 10))
                .seeds("x");
        Search<String> base =
                Search.of(counted).operators(paid(10).setup().operators().get(0));
        Arm<String> right = Arm.of("right", search -> search);
        List<Arm<String>> wrongs = List.of(
                Arm.of("wrong", search -> search.operators()),
                Arm.of("wrong", search -> search.batch(0)),
                Arm.of("wrong", search -> search.axes(Axis.of("width", 0, 1))),
                Arm.of("wrong", search -> search.axes(Axis.of("length", 0, 10).bins(3))),
                Arm.of("wrong", search -> null),
                Arm.of("wrong", search -> Search.view(paid(1).record())),
                Arm.of("wrong", search -> {
                    throw new IllegalStateException("no");
                }));
        for (Arm<String> wrong : wrongs) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Comparison.of(base)
                            .arms(right, wrong)
                            .budget(Cost.CANDIDATES, 10)
                            .run())
                    .withMessageContaining("Arm 'wrong' cannot run: ");
        }
        assertThat(evaluated).isEmpty();
    }

    // ---- the table ----

    @Test
    void theTextFitsEightyColumnsAndWarnsOfTooFewSeeds() {
        ComparisonTable table = small().arms(
                        INDEPENDENT, ELITES, Arm.of("a name that is much too long for any column", search -> search))
                .run();
        assertThat(table.toString().lines().toList()).allMatch(line -> line.length() <= 80);
        assertThat(table.toString())
                .contains("sphere, 200 candidates per run")
                .contains("With n = 3 against n = 3 no p can be below 0.1")
                .contains("a name that is much too l…");
        assertThat(small().seeds(1, 2, 3, 4).run().notes()).isEmpty();
    }

    @Test
    void numbersAreShortAndRight() {
        assertThat(List.of(0.0, 1234567.8, 123.456, -12.345, 1.23456, 0.98765, 1.5e-7, 2.5e12).stream()
                        .map(TableText::number))
                .containsExactly("0.0000", "1,234,568", "123.5", "-12.35", "1.235", "0.9877", "1.50e-07", "2.50e+12");
        assertThat(TableText.p(0.0004)).isEqualTo("<0.001");
    }

    @Test
    void aRowThatIsNotThereNamesThoseThatAre() {
        ComparisonTable table = small().seeds(1).run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.row("MAP-elites", "best"))
                .withMessageContaining("[independent sampling, MAP-Elites]");
    }
}

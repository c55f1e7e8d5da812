package dev.elm4j.comparison;

import static dev.elm4j.comparison.SmallComparisons.ELITES;
import static dev.elm4j.comparison.SmallComparisons.INDEPENDENT;
import static dev.elm4j.comparison.SmallComparisons.paid;
import static dev.elm4j.comparison.SmallComparisons.small;
import static dev.elm4j.comparison.SmallComparisons.sphere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.comparison.Ending.Kind;
import dev.elm4j.search.Progress;
import dev.elm4j.search.Search;
import dev.elm4j.search.Strategy;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The table of a comparison: whose rows it has, at which cost, and how it reads. */
@Timeout(60)
class ComparisonTest {

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

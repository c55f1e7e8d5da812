package dev.elm4j.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Statistics;
import dev.elm4j.comparison.Verdict.Answer;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Usage;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Progress;
import dev.elm4j.search.Search;
import dev.elm4j.search.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static Search<double[]> sphere() {
        return Search.of(Functions.sphere(4)).operators(Gaussian.of(0.5));
    }

    /** A ridge that leads away from the seed; solutions cannot be drawn. */
    private static Search<double[]> ridge(double height) {
        var ridge = Environment.of("ridge", (double[] x) -> Evaluation.of(height - x[0] * x[0], x[0], x[1]))
                .measures(Axis.of("x", -10, 10).bins(20), Axis.of("y", -10, 10).bins(20))
                .seeds(new double[2]);
        return Search.of(ridge).operators(Gaussian.of(0.5));
    }

    @Test
    void evolutionIsNeededWhereElitesLeadFarFromTheSeeds() {
        Verdict yes = Comparison.isEvolutionNeeded(ridge(100).budget(Budget.candidates(200)));
        assertThat(yes.answer()).isEqualTo(Answer.YES);
        assertThat(yes.sentence())
                .startsWith("Yes: 'MAP-Elites'")
                .contains("200 candidates")
                .contains("n = 5 against 5");
        assertThat(yes.toString().lines().toList()).allMatch(line -> line.length() <= 80);
    }

    /** In few dimensions, and for so short a run, the whole box is filled sooner by drawing from it. */
    @Test
    void evolutionIsNotNeededWhereRandomDrawsReachAllCells() {
        Verdict no = Comparison.isEvolutionNeeded(sphere().budget(Budget.candidates(200)));
        assertThat(no.answer()).isEqualTo(Answer.NO);
        assertThat(no.sentence()).startsWith("No: at this budget 'MAP-Elites' is worse");
    }

    /** Each elite with an objective below 0 lowers the QD score, so that whoever finds less has more. */
    @Test
    void objectivesBelowTheOffsetAreNoAnswerUntilThereIsAnOffset() {
        Search<double[]> search = ridge(0);
        Verdict verdict = Comparison.isEvolutionNeeded(search, Cost.CANDIDATES, 200, 1, 2, 3, 4, 5);
        assertThat(verdict.answer()).isEqualTo(Answer.NOT_SHOWN);
        assertThat(verdict.sentence()).contains(".offset(the least possible objective)");
        assertThat(verdict.table().notes()).anyMatch(note -> note.contains("fell while cells were filled"));
        Verdict shifted = Verdict.of(Comparison.of(search)
                .arms(Arm.strategy(Strategy.independentSampling()), Arm.strategy(Strategy.mapElites()))
                .budget(Cost.CANDIDATES, 200)
                .offset(-200)
                .run());
        assertThat(shifted.answer()).as("%s", shifted).isEqualTo(Answer.YES);
    }

    @Test
    void randomSearchIsABaselineWhereSolutionsCanBeDrawn() {
        assertThat(sphere().setup().environment().sampler()).isPresent();
        Verdict verdict = Comparison.isEvolutionNeeded(sphere(), Cost.CANDIDATES, 50, 1, 2, 3, 4);
        assertThat(verdict.table().arms())
                .hasSize(3)
                .startsWith("independent sampling")
                .endsWith("MAP-Elites");
        assertThat(verdict.table().budget()).isEqualTo(50);
    }

    @Test
    void tooFewSeedsAreNoAnswer() {
        Verdict verdict = Comparison.isEvolutionNeeded(sphere(), Cost.CANDIDATES, 200, 1, 2, 3);
        assertThat(verdict.answer()).isEqualTo(Answer.NOT_SHOWN);
        assertThat(verdict.sentence()).startsWith("Not shown: so few runs cannot tell");
    }

    @Test
    void aBaselineIsNotComparedWithItself() {
        for (Strategy baseline : List.of(Strategy.independentSampling(), Strategy.randomSearch())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Comparison.isEvolutionNeeded(sphere().strategy(baseline)))
                    .withMessageContaining("mapElites()");
        }
    }

    // ---- verdicts of tables made by hand: five runs per arm ----

    private static Verdict of(double[]... scores) {
        var runs = new ArrayList<ComparedRun>();
        var arms = new ArrayList<Arm<String>>();
        for (int arm = 0; arm < scores.length; arm++) {
            String name = arm == scores.length - 1 ? "own" : "baseline " + arm;
            arms.add(Arm.of(name, search -> search));
            for (int seed = 0; seed < scores[arm].length; seed++) {
                runs.add(run(name, seed, scores[arm][seed]));
            }
        }
        var design = new Design<>(
                arms, List.of(0L), new Design.Cap(Cost.CANDIDATES, 10), new Design.Reading<String>(0, Map.of()));
        return Evolution.verdict(TableMaker.table("made", design, runs, List.of()));
    }

    private static ComparedRun run(String arm, long seed, double score) {
        var progress = new Progress(10, 0, Usage.NONE, new Statistics(1, 2, score, score, score));
        Map<String, Double> values = Map.of("QD score", score, "coverage", 0.5, "best", score);
        return new ComparedRun(arm, seed, arm + seed, Ending.AT_BUDGET, progress, values, List.of());
    }

    @Test
    void yesNeedsEveryBaselineBeaten() {
        double[] low = {1, 2, 3, 4, 5};
        double[] high = {11, 12, 13, 14, 15};
        double[] middle = {10.5, 11.5, 12.5, 13.5, 14.5};
        assertThat(of(low, high).answer()).isEqualTo(Answer.YES);
        assertThat(of(low, low, high).answer()).isEqualTo(Answer.YES);
        assertThat(of(low, middle, high).answer()).isEqualTo(Answer.NOT_SHOWN);
        assertThat(of(low, middle, high).sentence())
                .startsWith("Not shown: the runs of 'own'")
                .contains("baseline 1 has 12.50");
        assertThat(of(high, low).answer()).isEqualTo(Answer.NO);
        assertThat(of(low, high, middle).answer()).isEqualTo(Answer.NOT_SHOWN);
        assertThat(of(high, middle, low).answer()).isEqualTo(Answer.NO);
    }

    @Test
    void noIsDividedByTheNumberOfBaselines() {
        double[] own = {1, 2, 3, 4, 5};
        double[] better = {4.5, 4.7, 6, 7, 8}; // p = 0.032 against own
        assertThat(of(better, own).answer()).isEqualTo(Answer.NO);
        assertThat(of(better, new double[] {1.1, 2.1, 3.1, 4.1, 5.1}, own).answer())
                .isEqualTo(Answer.NOT_SHOWN);
    }

    @Test
    void anArmWithoutAWholeRunIsNoAnswer() {
        Verdict verdict = of(new double[0], new double[] {1, 2, 3, 4, 5});
        assertThat(verdict.answer()).isEqualTo(Answer.NOT_SHOWN);
        assertThat(verdict.sentence()).contains("baseline 0 has no whole run");
    }
}

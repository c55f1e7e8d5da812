package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.archive.CellPolicy;
import dev.elm4j.archive.Elite;
import dev.elm4j.environment.Score;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.IsoLine;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every strategy must do, and what tells them apart. */
class StrategyTest {

    static Stream<Strategy> strategies() {
        return Stream.of(
                Strategy.mapElites(),
                Strategy.mapElites(CellPolicy.top(3)),
                Strategy.mapElites(CellPolicy.softThreshold(0.1, 0)),
                Strategy.mapElites().selection(Selection.curiosity()),
                Strategy.cvtMapElites(30),
                Strategy.deepGrid(4),
                Strategy.genetic(10, 2),
                Strategy.randomSearch(),
                Strategy.independentSampling());
    }

    private static Search<double[]> search(Strategy strategy) {
        return Search.of(Functions.sphere(4))
                .operators(IsoLine.of(0.3, 0.2), Gaussian.of(0.5))
                .strategy(strategy)
                .seed(11);
    }

    private static List<String> outcome(Search<?> search) {
        return search.record().commits().stream()
                .map(commit -> commit.candidate().parents() + commit.word() + commit.result())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void threadsDoNotChangeARun(Strategy strategy) {
        Search<double[]> serial = search(strategy).batch(5).window(4);
        serial.run(300);
        Search<double[]> parallel = serial.threads(8);
        parallel.run(100);
        parallel.run(200);
        assertThat(outcome(parallel)).isEqualTo(outcome(serial));
        assertThat(parallel.progress()).isEqualTo(serial.progress());
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void theRunIsWhatItsEventsMakeOfIt(Strategy strategy) {
        var events = new RememberedEvents<double[]>();
        Search<double[]> whole = search(strategy);
        whole.run(300);
        Search<double[]> first = Search.of(Functions.sphere(4), events.opener())
                .operators(IsoLine.of(0.3, 0.2), Gaussian.of(0.5))
                .strategy(strategy)
                .seed(11);
        first.run(150);
        Search<double[]> second = first.threads(2); // a new run from the same events
        second.run(150);
        assertThat(outcome(second)).isEqualTo(outcome(whole));
        assertThat(second.progress()).isEqualTo(whole.progress());
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void thePassiveArchiveHoldsTheElitesOfAllThatWasEvaluated(Strategy strategy) {
        Search<double[]> search = search(strategy);
        search.run(300);
        var oracle = dev.elm4j.archive.Archive.<double[]>of(search.setup().tessellation());
        for (Commit<double[]> commit : search.record().commits()) {
            if (commit.evaluation() instanceof Score score) {
                oracle.add(new double[0], score.objective(), score.measures().toArray());
            }
        }
        var passive = search.record().passive();
        assertThat(passive.elites().stream().map(Elite::objective))
                .containsExactlyElementsOf(
                        oracle.elites().stream().map(Elite::objective).toList());
        assertThat(search.progress().passive().qdScore())
                .isEqualTo(oracle.statistics().qdScore());
    }

    @Test
    void theGeneticAlgorithmKeepsTheBestOfOldAndNew() {
        Search<double[]> search = search(Strategy.genetic(10, 3)).batch(10);
        Breeding<double[]> breeding = Strategy.genetic(10, 1)
                .begin(search.archive(), search.setup().environment().seeds());
        var all = new ArrayList<Commit<double[]>>();
        for (int i = 0; i < 30; i++) {
            search.run(10);
            List<Commit<double[]>> commits = search.record().commits();
            for (Commit<double[]> commit : commits.subList(all.size(), commits.size())) {
                all.add(commit);
                breeding.committed(commit);
            }
            List<Long> best = all.stream()
                    .filter(commit -> commit.evaluation() instanceof Score)
                    .sorted(Comparator.comparingDouble(commit -> -((Score) commit.evaluation()).objective()))
                    .limit(10)
                    .map(commit -> commit.candidate().number())
                    .toList();
            var random = new SplittableRandom(i);
            var drawn = new java.util.TreeSet<Long>();
            for (int draw = 0; draw < 400; draw++) { // each of ten is missed with p < 1e-17
                breeding.parents(Gaussian.of(1), random).stream()
                        .map(Parent::candidate)
                        .forEach(drawn::add);
            }
            assertThat(drawn).containsExactlyInAnyOrderElementsOf(best);
        }
    }

    /** A tournament of 3 among n in order of rank: the winner is the best of 3 places, P(best place <= k) = 1-(1-k/n)^3. */
    @Test
    void betterOnesWinTournaments() {
        Search<double[]> search = search(Strategy.genetic(10, 3));
        search.run(100);
        Breeding<double[]> breeding = Strategy.genetic(10, 3)
                .begin(search.archive(), search.setup().environment().seeds());
        search.record().commits().forEach(breeding::committed);
        double best = search.archive().best().objective();
        var random = new SplittableRandom(5);
        int draws = 20_000;
        long wins = Stream.generate(
                        () -> breeding.parents(Gaussian.of(1), random).get(0))
                .limit(draws)
                .filter(parent -> parent.objective().orElseThrow() == best)
                .count();
        double p = 1 - Math.pow(0.9, 3);
        // Within 5 standard deviations; the seed is fixed.
        assertThat(Math.abs(wins - draws * p)).isLessThan(5 * Math.sqrt(draws * p * (1 - p)));
    }

    @Test
    void independentSamplingOnlyKnowsSeedsAndRandomSearchKnowsNoParents() {
        Search<double[]> independent = search(Strategy.independentSampling());
        independent.run(50);
        assertThat(independent.record().commits())
                .allSatisfy(commit -> assertThat(commit.candidate().parents()).isSubsetOf(0L));
        Search<double[]> random = search(Strategy.randomSearch());
        random.run(50);
        assertThat(random.record().commits())
                .allSatisfy(commit -> assertThat(commit.candidate().parents()).isEmpty());
    }

    @Test
    void randomSearchSaysWhatItLacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Search.of(TestRuns.words())
                        .strategy(Strategy.randomSearch())
                        .run(10))
                .withMessage("Random search draws from the environment's sampler, but 'words' has none. "
                        + "Call .sampler(random -> ...), or use Strategy.independentSampling().");
    }

    @Test
    void cvtCellsAreTheStrategysOwnAndThePassiveArchiveKeepsTheSearchs() {
        Search<double[]> search = search(Strategy.cvtMapElites(30));
        search.run(200);
        assertThat(search.archive().tessellation().cells()).isEqualTo(30);
        assertThat(search.record().passive().tessellation())
                .isEqualTo(search.setup().tessellation());
        assertThat(search.progress().statistics().cells()).isEqualTo(30);
        assertThat(search.progress().passive().cells()).isEqualTo(400);
    }

    @Test
    void deepCellsHoldSeveralSolutions() {
        Search<double[]> search = search(Strategy.deepGrid(4));
        search.run(600);
        var archive = search.archive();
        assertThat(archive.elites())
                .anyMatch(elite -> archive.members(elite.cell()).size() == 4);
        assertThat(archive.elites())
                .allMatch(elite -> archive.members(elite.cell()).size() <= 4);
    }

    @Test
    void aSelectionMayBeFixedForTheWholeStrategyOfTheMapElitesFamilyOnly() {
        assertThat(Strategy.mapElites().selection(Selection.curiosity()).name())
                .isEqualTo("MAP-Elites, curiosity parents");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Strategy.genetic(5, 2).selection(Selection.uniform()))
                .withMessageContaining("genetic algorithm");
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Strategy.genetic(0, 2))
                .withMessage("A genetic algorithm needs a population of at least 1, but was 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Strategy.genetic(5, 0))
                .withMessageContaining("at least 1 contestant, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Strategy.cvtMapElites(0))
                .withMessageContaining("at least 1 cell, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(Strategy.mapElites())
                        .operators(Gaussian.of(1), Gaussian.of(1))
                        .run(1))
                .withMessageContaining("Two operators have the name 'gaussian(1.0)'");
    }
}

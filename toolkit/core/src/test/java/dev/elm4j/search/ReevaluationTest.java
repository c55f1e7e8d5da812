package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Streams;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elites evaluated again: means and spreads, the corrected map, and a run that goes on from it. */
class ReevaluationTest {

    private static final double NOISE = 20;

    private final RememberedEvents<double[]> events = new RememberedEvents<>();

    private Search<double[]> noisy(Strategy strategy) {
        return Search.of(Functions.noisy(Functions.sphere(4), NOISE), events.opener())
                .operators(Gaussian.of(0.5))
                .strategy(strategy)
                .seed(5);
    }

    @Test
    void underNoiseTheMapSaysMoreThanIsTrueAndTheCorrectedOneDoesNot() {
        Search<double[]> search = noisy(Strategy.mapElites());
        search.run(2_000);
        double claimed = search.progress().statistics().mean();
        double truth = search.archive().elites().stream()
                .mapToDouble(this::truth)
                .average()
                .orElseThrow();
        Reevaluation<double[]> check = search.corrected(50);
        double corrected =
                check.elites().stream().mapToDouble(Reevaluated::mean).average().orElseThrow();
        int n = check.elites().size();
        // Standard error of the mean of n means of 50 samples; 5 of them, the seed is fixed.
        assertThat(corrected).isCloseTo(truth, within(5 * NOISE / Math.sqrt(50.0 * n)));
        assertThat(claimed).isGreaterThan(truth + NOISE / 2);
        assertThat(check.meanSpread()).isCloseTo(NOISE, within(NOISE * 0.1));
        assertThat(check.before()).isEqualTo(search.progress().statistics());
    }

    private double truth(Elite<double[]> elite) {
        var evaluation = Functions.sphere(4)
                .evaluate(List.of(elite.solution()), dev.elm4j.environment.Context.unmetered(0, 1))
                .get(0);
        return ((dev.elm4j.environment.Score) evaluation).objective();
    }

    @Test
    void measuringChangesNothing() {
        Search<double[]> search = noisy(Strategy.mapElites());
        search.run(200);
        var before = search.progress();
        assertThat(search.corrected(3))
                .usingRecursiveComparison()
                .ignoringFields("archive")
                .isEqualTo(search.corrected(3));
        assertThat(search.progress()).isEqualTo(before);
        assertThat(events.events).noneMatch(Correction.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void threadsDoNotChangeWhatIsDrawn(int threads) {
        Search<double[]> search = noisy(Strategy.mapElites());
        search.run(300);
        Search<double[]> other = search.threads(threads);
        assertThat(other.corrected(4).elites()).isEqualTo(search.corrected(4).elites());
    }

    @Test
    void theRunGoesOnFromTheMeansAndResumesSo() {
        for (Strategy strategy : List.of(Strategy.mapElites(), Strategy.deepGrid(4))) {
            events.events.clear();
            Search<double[]> search = noisy(strategy);
            search.run(400);
            Reevaluation<double[]> done = search.reevaluate(5);
            for (Elite<double[]> elite : search.archive().elites()) {
                Reevaluated mean = search.record().reevaluated().get(elite.candidate());
                if (mean != null) {
                    assertThat(elite.objective()).isEqualTo(mean.mean());
                }
            }
            assertThat(search.record().reevaluated()).hasSize(done.elites().size());
            assertThat(search.reevaluate(5).elites().get(0).mean())
                    .isNotEqualTo(done.elites().get(0).mean());
            search.run(100);
            Search<double[]> resumed = search.threads(2);
            assertThat(resumed.progress()).isEqualTo(search.progress());
            search.run(100);
            assertThat(search.threads(1).progress()).isEqualTo(search.progress());
        }
    }

    /** All that could take a lucky elite's place is evaluated again too, or the next lucky one takes it. */
    @Test
    void deepCellsAreCorrectedToTheirDepth() {
        Environment<double[]> noise = Functions.noisy(
                Environment.of("nothing", (double[] x) -> Evaluation.of(0, x[0]))
                        .measures(Axis.of("x", -2, 2))
                        .seeds(new double[] {0}),
                10);
        Search<double[]> search = Search.of(noise)
                .operators(Gaussian.of(0.5))
                .strategy(Strategy.deepGrid(20))
                .seed(4);
        search.run(600);
        assertThat(search.progress().statistics().mean()).isGreaterThan(10); // the best of 20 draws: 1.9 deviations
        Reevaluation<double[]> done = search.reevaluate(100);
        // The best of 20 means of 100 draws lies 1.9 standard errors of 1 high; 4 is far beyond.
        assertThat(search.progress().statistics().mean()).isLessThan(4);
        assertThat(search.progress().passive().mean()).isLessThan(4);
        assertThat(done.archive().statistics()).isEqualTo(search.archive().statistics());
    }

    /** Plans that were drawn before a run could commit anything must be the same when it is resumed. */
    @Test
    void aRunThatWasStoppedBeforeItsFirstCommitAndThenReevaluatedResumes() throws Exception {
        Search<double[]> search = noisy(Strategy.deepGrid(5)).window(3);
        for (int i = 0; i < 5; i++) {
            var candidates = search.ask(10);
            search.tell(candidates, search.evaluate(candidates));
        }
        search.start();
        search.stop();
        search.reevaluate(2);
        search.run(60);
        assertThat(search.threads(2).progress()).isEqualTo(search.progress());
    }

    @Test
    void meanAndSpreadAreThoseOfTheFreshSamples() {
        var calls = new AtomicInteger();
        Environment<String> counting = Environment.of(
                        "counting", (String text) -> Evaluation.of(calls.incrementAndGet(), text.length()))
                .measures(Axis.of("length", 0, 10))
                .seeds("a", "bb");
        Search<String> search =
                Search.of(counting).operators(TestRuns.edits(false)).batch(2);
        search.run(2); // 1 and 2
        Reevaluation<String> check = search.corrected(3); // 3 4, 5 6, 7 8
        assertThat(check.elites()).extracting(Reevaluated::mean).containsExactly(5.0, 6.0);
        assertThat(check.elites()).extracting(Reevaluated::spread).containsExactly(2.0, 2.0);
        assertThat(check.elites()).extracting(Reevaluated::before).containsExactly(1.0, 2.0);
        assertThat(check.archive().statistics().qdScore()).isEqualTo(11);
        assertThat(check.toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void eliteThatAlwaysFailLeaveAndThoseThatMoveMeetTheBetter() {
        var again = new java.util.concurrent.atomic.AtomicBoolean();
        Environment<String> fickle = Environment.of(
                        "fickle",
                        (String text) -> again.get() && text.equals("a")
                                ? Evaluation.failed("gone", "it was there before")
                                : Evaluation.of(text.length(), again.get() ? 9 : text.length()))
                .measures(Axis.of("length", 0, 10))
                .seeds("a", "bb", "ccc");
        Search<String> search =
                Search.of(fickle).operators(TestRuns.edits(false)).batch(3);
        search.run(3);
        again.set(true);
        Reevaluation<String> done = search.reevaluate(2);
        assertThat(search.archive().elites()).extracting(Elite::solution).containsExactly("ccc");
        assertThat(search.archive().best().objective()).isEqualTo(3);
        assertThat(done.dropped()).isEqualTo(2);
        assertThat(done.elites().get(0).samples()).isZero();
        assertThat(done.elites().get(0).failed()).isEqualTo(2);
    }

    @Test
    void categoriesTakeTheMostFrequent() {
        var calls = new AtomicInteger();
        Environment<String> genres = Environment.of(
                        "genres", (String text) -> Evaluation.of(1, calls.getAndIncrement() % 3 == 0 ? 0 : 2))
                .measures(Axis.categories("genre", "poem", "story", "news"))
                .seeds("a");
        Search<String> search =
                Search.of(genres).operators(TestRuns.edits(false)).batch(1);
        search.run(1);
        assertThat(search.corrected(6).elites().get(0).measures().at(0)).isEqualTo(2);
    }

    @Test
    void aSampleNeedsANumberOfItsOwn() {
        long[] numbers =
                IntStream.range(0, 4).mapToLong(i -> 7 + ((long) i << 40)).toArray();
        assertThat(java.util.Arrays.stream(numbers).map(number -> Streams.of(1, Streams.Step.REEVALUATE, number)
                        .nextLong()))
                .doesNotHaveDuplicates();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> noisy(Strategy.mapElites()).corrected(0))
                .withMessage("A re-evaluation needs at least 1 sample of each elite, but was asked for 0.");
    }
}

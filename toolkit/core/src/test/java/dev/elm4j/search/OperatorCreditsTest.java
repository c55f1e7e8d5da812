package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.environment.Usage;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Backing;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.IsoLine;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OperatorCreditsTest {

    @Test
    void theGainsSumUpToTheQdScoreAndTheTriesToTheCandidates() {
        var search = Search.of(Functions.sphere(2))
                .operators(Gaussian.of(0.5), IsoLine.of(0.01, 0.2))
                .seed(5);
        search.run(1_000);
        OperatorCredits credits = search.credits();
        Progress progress = search.progress();
        assertThat(credits.rows().stream().mapToDouble(OperatorCredit::qdGain).sum())
                .isCloseTo(
                        progress.statistics().qdScore(),
                        within(1e-6 * progress.statistics().qdScore()));
        assertThat(credits.rows().stream().mapToLong(OperatorCredit::tries).sum())
                .isEqualTo(progress.candidates());
        assertThat(credits.rows().stream().mapToLong(OperatorCredit::fresh).sum())
                .isEqualTo(progress.statistics().elites());
        assertThat(credits.rows()).isSortedAccordingTo((a, b) -> Double.compare(b.qdGain(), a.qdGain()));
        assertThat(credits.rows()).extracting(OperatorCredit::backing).containsOnly(Backing.NONE);
        assertThat(credits.toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void failuresAreCountedByKindAndUsageIsTheCandidatesOwn() {
        var search = Search.of(TestRuns.words()).operators(TestRuns.edits(true)).seed(2);
        RunReport report = search.run(400);
        var failures = new java.util.TreeMap<String, Long>();
        OperatorCredits credits = search.credits();
        credits.rows().forEach(row -> row.failures().forEach((kind, n) -> failures.merge(kind, n, Long::sum)));
        assertThat(failures).isEqualTo(report.failures()).isNotEmpty();
        assertThat(credits.rows().stream().map(OperatorCredit::usage).reduce(Usage.NONE, Usage::plus))
                .isEqualTo(search.progress().usage());
    }

    @Test
    void anOperatorWithoutElitesHasNoPricePerElite() {
        var row = new OperatorCredit(
                "dear", Backing.NONE, 3, Map.of("copy", 3L), 0, 0, 0, Interval.UNKNOWN, new Usage(3, 9, 9, 5));
        assertThat(row.tokensPerElite()).isNaN();
        assertThat(row.usdPerElite()).isNaN();
        assertThat(row.failed()).isEqualTo(3);
    }

    @Test
    void wilsonIsAsPublished() { // computed apart, by the formula in the paper
        assertThat(Interval.wilson(8, 10).low()).isCloseTo(0.490162471536642, within(1e-12));
        assertThat(Interval.wilson(8, 10).high()).isCloseTo(0.943317848545625, within(1e-9));
        assertThat(Interval.wilson(0, 10).low()).isZero();
        assertThat(Interval.wilson(0, 10).high()).isCloseTo(0.277532799862889, within(1e-9));
        assertThat(Interval.wilson(0, 0)).isEqualTo(new Interval(0, 1));
    }

    /** Of 400 intervals at 95 %, at least 89 % and at most 99 % hold the mean (4 standard errors and a small-sample bias). */
    @Test
    void aBootstrapIntervalHoldsTheMeanAboutNineteenTimesInTwenty() {
        var random = new SplittableRandom(11);
        for (int size : new int[] {60, 2_500}) {
            int inside = 0;
            for (int i = 0; i < 400; i++) {
                double[] numbers = random.doubles(size).map(x -> x * x).toArray();
                Interval interval = Interval.ofMean(numbers);
                inside += interval.low() <= 1 / 3.0 && 1 / 3.0 <= interval.high() ? 1 : 0;
            }
            assertThat(inside / 400.0).isBetween(0.89, 0.99);
        }
        assertThat(Interval.ofMean(new double[0])).isEqualTo(Interval.UNKNOWN);
    }
}

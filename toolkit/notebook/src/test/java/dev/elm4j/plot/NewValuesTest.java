package dev.elm4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Statistics;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.comparison.Arm;
import dev.elm4j.comparison.Comparison;
import dev.elm4j.comparison.ComparisonTable;
import dev.elm4j.comparison.Cost;
import dev.elm4j.comparison.Verdict;
import dev.elm4j.environment.Usage;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Progress;
import dev.elm4j.search.RunReport;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import dev.elm4j.search.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs without an end, injections, re-evaluations, moved archives and comparisons, as a notebook shows them. */
class NewValuesTest {

    private static Search<double[]> noisy() {
        var search = Search.of(Functions.noisy(Functions.sphere(2), 5))
                .operators(Gaussian.of(0.5))
                .seed(3);
        search.run(60);
        return search;
    }

    private static Bundle shown(Object value) {
        Bundle bundle = Bundles.of(value).orElseThrow();
        assertThat(bundle.text().lines())
                .allSatisfy(line -> assertThat(Width.of(line)).as(line).isLessThanOrEqualTo(80));
        return bundle;
    }

    private static LiveFrame endless(RunState state, String note) {
        return new LiveFrame(
                "endless",
                state,
                Samples.archive(10),
                new Progress(1234, 3, Usage.NONE, Samples.archive(10).statistics()),
                new Pace(0, Budget.UNLIMITED, Duration.ofSeconds(10)),
                note);
    }

    @Test
    void aRunWithoutAnEndHasNoShareAndNoTimeLeft() {
        Bundle running = endless(RunState.RUNNING, "").bundle();
        assertThat(running.text())
                .startsWith(
                        """
                        endless: running, 1,234 candidates, no end set: stop() ends it
                        """)
                .contains("123 candidates per second, 10 s so far")
                .doesNotContain("left", "9,223");
        assertThat(running.html().orElseThrow())
                .contains("1,234 candidates, no end set: stop() ends it")
                .doesNotContain("<progress", "9223372036854775807", "9,223,");
    }

    @Test
    void aRunWithoutAnEndThatHasEndedSaysHow() {
        Bundle ended = endless(RunState.REACHED, "Committed 1,234 candidates. Coverage has reached 50 %.")
                .bundle();
        assertThat(ended.text())
                .startsWith("endless: ended by a stop rule, 1,234 candidates\n")
                .contains("Coverage has reached 50 %.")
                .doesNotContain("stop()");
        assertThat(ended.html().orElseThrow()).contains("ended by a stop rule", "Coverage has reached 50 %.");
        assertThat(shown(new RunReport(
                                "r",
                                RunState.REACHED,
                                "Enough.",
                                5,
                                Map.of(),
                                Samples.history(3, 0.1).get(3)))
                        .text())
                .contains("ended by a stop rule", "Enough.");
    }

    @Test
    void anInjectionTellsWhoWhyAndWhatBecameOfIt() {
        var search = noisy();
        var report = search.inject(new double[] {1, 2}, "a </td><b>border</b> case", "Ada");
        Bundle bundle = shown(report);
        assertThat(bundle.text()).startsWith("Candidate 60: ").contains("injected by Ada");
        assertThat(bundle.html().orElseThrow())
                .contains("injected by Ada: a &lt;/td&gt;&lt;b&gt;border")
                .doesNotContain("<b>border");
    }

    @Test
    void aReevaluationPutsTheMostOverestimatedFirst() {
        var found = noisy().corrected(3);
        Bundle bundle = shown(found);
        var worst = found.elites().stream()
                .max(java.util.Comparator.comparingDouble(elite -> elite.before() - elite.mean()))
                .orElseThrow();
        var lines = bundle.text().lines().toList();
        int title = lines.indexOf(lines.stream()
                .filter(line -> line.contains("# ") && line.contains("spread"))
                .findFirst()
                .orElseThrow());
        assertThat(lines.get(title + 1).strip()).startsWith(worst.candidate() + " ");
        assertThat(bundle.text()).contains("before", "now", "elites evaluated again, 3 samples each");
        assertThat(bundle.html().orElseThrow().split("<table", -1)).hasSize(3);
    }

    @Test
    void aMovedArchiveIsAMapThatSaysHowManyFoundNoPlace() {
        var archive =
                Archive.<String>of(Tessellation.grid(Axis.of("length", 0, 80).bins(8)));
        archive.add("short", 1, 5);
        archive.add("longer", 2, 15);
        var moved = archive.rebinned(Tessellation.grid(Axis.of("length", 0, 80).bins(2)));
        assertThat(Bundles.of(moved).orElseThrow().text()).contains("1 of 2 cells", "1 member found no place");
        assertThat(Bundles.of(moved).orElseThrow().plotly().orElseThrow().toString())
                .contains("1 member found no place");
    }

    @Test
    void aBatchResultHasARowPerSolution() {
        var archive = Archive.<String>of(Tessellation.grid(Axis.of("length", 0, 80)));
        var result = archive.add(List.of("a", "b"), new double[] {1, 2}, new double[][] {{5}, {70}});
        assertThat(shown(result).text())
                .isEqualTo(
                        """
                        2 offered: 2 new, 0 improved, 0 added, 0 not added
                        row  outcome  cell  value
                          0  new         0      1
                          1  new         8      2""");
    }

    @Test
    void aSearchThatRunsSaysSoAndHowToEndIt() {
        var search = noisy();
        assertThat(shown(search).text()).doesNotContain("await()");
        search.start();
        try {
            assertThat(shown(search).text().replaceAll("\\s+", " "))
                    .contains("running, and so far as follows; stop() ends it, await() waits for its end");
        } finally {
            search.stop();
        }
    }

    @Test
    void setupsNameStrategyCentroidsCategoriesAndRules() {
        var search = Search.of(Functions.sphere(2))
                .strategy(Strategy.deepGrid(5))
                .tessellation(Tessellation.cvt(10, 7, Axis.of("x", -5, 5), Axis.of("y", -5, 5)))
                .until((progress, elapsed) -> java.util.Optional.empty());
        assertThat(shown(search.setup()).text().replaceAll("\\s+", " "))
                .contains("10: around centroids, x from -5 to 5; y", "Deep-Grid MAP-Elites(5)", "a stop rule says so");
        assertThat(shown(search.axes(Axis.categories("genre", "poem", "story")).setup())
                        .text())
                .contains("genre: poem, story");
    }

    @Test
    void progressOfARunWithAnotherArchiveShowsThePassiveOneAndSaysSo() {
        var own = new Statistics(5, 100, 3, 0.9, 0.6);
        var best = new Statistics(6, 100, 4, 0.95, 0.66);
        var history = List.of(new Progress(10, 0, Usage.NONE, own, best, 0));
        Figure figure = Curves.of(history);
        assertThat(figure.summary()).contains("coverage 6.0 %", "QD score 4, best 0.95", "by the best ever found");
        assertThat(figure.spec().get("layout").toString()).contains("by the best ever found per cell");
        assertThat(Curves.of(Samples.history(3, 0.1)).summary()).doesNotContain("by the best");
        assertThat(HistoryTable.of("h", history).columnNames()).contains("passive coverage", "passive best");
        assertThat(HistoryTable.of("h", Samples.history(3, 0.1)).columnNames())
                .doesNotContain("passive coverage", "usd");
    }

    private static ComparisonTable compared() {
        return Comparison.of(Search.of(Functions.sphere(2)).operators(Gaussian.of(0.5)))
                .arms(
                        Arm.strategy(Strategy.independentSampling()),
                        Arm.of("<b>evolution</b>", search -> search.strategy(Strategy.mapElites())))
                .seeds(1, 2, 3)
                .budget(Cost.CANDIDATES, 60)
                .run();
    }

    @Test
    void aComparisonIsATableWithNotesAndCurves() {
        Bundle bundle = shown(compared());
        assertThat(bundle.html().orElseThrow())
                .contains("60 candidates per run", "&lt;b&gt;evolution", "95 % interval", "<img ", "no p can be below")
                .doesNotContain("<b>evolution");
        Verdict verdict = Verdict.of(compared());
        assertThat(shown(verdict).html().orElseThrow()).contains(Escape.html(verdict.sentence()), "<table");
    }

    @Test
    @SuppressWarnings("unchecked")
    void curvesOfAComparisonAreMediansAndThinRunsOverTheCost() {
        Figure figure = ComparisonCurves.of(compared());
        var traces = (List<Map<String, Object>>) figure.spec().get("data");
        assertThat(traces).hasSize(3 * 2 * (3 + 1));
        assertThat(traces)
                .filteredOn(trace -> (Boolean) trace.get("showlegend"))
                .hasSize(2);
        assertThat(figure.spec().get("layout").toString()).contains("text=candidates", "text=QD score");
        var median = traces.stream()
                .filter(trace -> "all".equals(trace.get("hoverinfo")))
                .findFirst()
                .orElseThrow();
        var thin = traces.stream()
                .filter(trace -> "skip".equals(trace.get("hoverinfo")))
                .limit(3)
                .map(trace -> (List<Double>) trace.get("y"))
                .toList();
        var ends = thin.stream().map(ys -> ys.get(ys.size() - 1)).sorted().toList();
        List<Double> ys = (List<Double>) median.get("y");
        assertThat(ys.get(ys.size() - 1)).isEqualTo(ends.get(1));
        assertThat(figure.png()).isPresent();
    }
}

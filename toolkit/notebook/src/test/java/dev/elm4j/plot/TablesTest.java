package dev.elm4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.search.RunReport;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TablesTest {

    @Test
    void candidatesTellWhoMadeThemFromWhom() {
        assertThat(BatchTable.of(Samples.candidates(Samples.meals().subList(0, 4)))
                        .text())
                .isEqualTo(
                        """
                        4 candidates of batch 10, not yet evaluated
                          # by     from solution
                        100 seed        The soup was hot and the bread was fresh.
                        101 seed        A cold, grey fish that nobody wanted to finish.
                        102 lmx(4) 3 +3 I would come back for the dumplings alone, which were small, br\u2026
                        103 lmx(4) 3 +3 none: no solution: Answer holds no sentence.""");
    }

    @Test
    void commitsNameTheMeasuresAndCountTheOutcomes() {
        Bundle bundle = BatchTable.of(Samples.commits(Samples.meals()));
        assertThat(bundle.text()).startsWith("7 candidates committed: 6 new, 1 failed");
        assertThat(bundle.html().orElseThrow())
                .contains("length (words)", "sentiment", "failed, no solution: Answer holds no sentence.")
                .contains("<details><summary", "prompt, answer, note");
    }

    @Test
    void failuresAreCountedByKind() {
        assertThat(BatchTable.failures(Samples.commits(Samples.meals()).list()).text())
                .isEqualTo(
                        """
                        1 of 7 candidates failed
                        count  kind         newest reason
                            1  no solution  Answer holds no sentence.""");
    }

    @Test
    void theBestElitesComeBestFirst() {
        assertThat(EliteTable.best(Samples.archive(10), 1).text())
                .contains("The best 1 of 84 elites")
                .contains("61    1   8.157    0.3134 The soup was warm, and dish 61 came with bread & <b>b\u2026");
    }

    @Test
    void everyTypeOfTheListIsShown() {
        var environment = Environment.of("loud <b>", (String text) -> Evaluation.of(1, text.length()))
                .measures(Samples.LENGTH)
                .seeds("hello", "</td>");
        var progress = Samples.history(3, 0.1).get(3);
        assertThat(Bundles.of(environment).orElseThrow().html().orElseThrow())
                .contains("length (words) from 2 to 20 in 10 bins", "&lt;/td&gt;");
        assertThat(Bundles.of(Search.of(environment)).orElseThrow().text()).contains("not begun", "none yet");
        assertThat(Bundles.of(progress).orElseThrow().text()).contains("30, of which 6 failed");
        assertThat(Bundles.of(progress.statistics()).orElseThrow().text()).contains("QD score");
        assertThat(Bundles.of(new RunReport(
                                "r",
                                RunState.BUDGET_SPENT,
                                "Stopped.",
                                30,
                                Map.of("cut off", 1L, "copy", 4L),
                                progress))
                        .orElseThrow()
                        .text())
                .contains("budget spent", "Stopped.", "5 of 30: 4 copy, 1 cut off", "42 calls")
                .doesNotContain("QD score");
        assertThat(Bundles.of(HistoryTable.of("h", Samples.history(3, 0.1)))
                        .orElseThrow()
                        .html())
                .isPresent();
        assertThat(Bundles.of("text")).isEmpty();
        assertThat(Bundles.of(null)).isEmpty();
    }

    @Test
    void titlesAndNumbersAreWholeInATextOfEightyColumns() {
        for (String text : List.of(
                BatchTable.of(Samples.commits(Samples.meals())).text(),
                Bundles.of(HistoryTable.of("h", Samples.history(40, 0.1)))
                        .orElseThrow()
                        .text())) {
            assertThat(text).doesNotContain("objec\u2026");
            assertThat(text.lines().skip(1).limit(2).toList().toString()).doesNotContain("\u2026");
            assertThat(text.lines())
                    .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(80));
        }
        assertThat(BatchTable.of(Samples.commits(Samples.meals())).text())
                .contains("length", "(words)", "sentiment", "We waited an hour for");
    }

    @Test
    void columnsWithoutRoomAreLeftOutAndNamed() {
        var table = tech.tablesaw.api.Table.create("wide");
        for (int i = 0; i < 12; i++) {
            table.addColumns(tech.tablesaw.api.StringColumn.create("column" + i, "a long text in every cell"));
        }
        assertThat(Bundles.of(table).orElseThrow().text())
                .startsWith("wide: 1 row; not shown: column")
                .contains("column9")
                .doesNotContain("colu\u2026");
    }

    @Test
    void promptsAndAnswersOfATableUnfoldBelowItsSolutions() {
        var table = tech.tablesaw.api.Table.create(
                "t",
                tech.tablesaw.api.StringColumn.create("solution", "Fine."),
                tech.tablesaw.api.StringColumn.create("prompt", "Write <b>."));
        assertThat(Bundles.of(table).orElseThrow().html().orElseThrow())
                .contains("<summary", "Write &lt;b&gt;.")
                .doesNotContain(">prompt</th>");
        assertThat(Bundles.of(table.rejectColumns("solution"))
                        .orElseThrow()
                        .html()
                        .orElseThrow())
                .contains(">prompt</th>");
    }

    @Test
    void aColumnWithoutANameIsATableToo() {
        var table = tech.tablesaw.api.Table.create("t", tech.tablesaw.api.StringColumn.create("", "one"));
        assertThat(Bundles.of(table).orElseThrow().text()).contains("one");
    }

    @Test
    void singleCandidatesCommitsAndSetupsAreTables() {
        assertThat(Bundles.of(Samples.candidates(Samples.meals()).list().get(2))
                        .orElseThrow()
                        .html()
                        .orElseThrow())
                .contains("dumplings", "3, 57, 41, 12", "<summary");
        assertThat(Bundles.of(Samples.commits(Samples.meals()).list().get(0))
                        .orElseThrow()
                        .text())
                .startsWith("1 candidate committed: 1 new");
        assertThat(Bundles.of(Search.of(dev.elm4j.functions.Functions.sphere(2)).setup())
                        .orElseThrow()
                        .text())
                .contains("no cap on candidates");
    }

    @Test
    void aCardWrapsWhatIsLong() {
        String reason =
                "threw: java.lang.IllegalStateException: " + "the oven is cold and nobody came to light it, ".repeat(4);
        var report = new RunReport(
                "r",
                RunState.DONE,
                reason,
                10,
                Map.of(),
                Samples.history(3, 0.1).get(3));
        String text = Bundles.of(report).orElseThrow().text();
        assertThat(text.replaceAll("\\s+", " ")).contains(reason.strip());
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(text).contains("\n         ");
    }

    @Test
    void aSingleEliteAndABatchNameTheirMeasures() {
        assertThat(Bundles.of(Samples.archive(5).best()).orElseThrow().html().orElseThrow())
                .contains("length (words)", "sentiment")
                .doesNotContain("measure 1");
        for (Object value : List.of(Samples.evaluations(Samples.meals()), Samples.commits(Samples.meals()))) {
            assertThat(Bundles.of(value).orElseThrow().html().orElseThrow())
                    .contains("length (words)", "sentiment")
                    .doesNotContain("measure 1");
        }
        assertThat(Samples.archive(5).best().toString()).contains("length (words) ");
    }

    @Test
    void aSearchTellsWhereItStandsWithoutRepeatingItself() {
        var search = Search.of(dev.elm4j.functions.Functions.sphere(2))
                .operators(dev.elm4j.operator.Gaussian.of(0.5))
                .name("once");
        String before = Bundles.of(search).orElseThrow().text();
        assertThat(before).contains("not begun: call ask(10) or run(100)");
        assertThat(before.split("once", -1)).hasSize(2);
        assertThat(search.isBegun()).isFalse();
        search.run(20);
        assertThat(Bundles.of(search).orElseThrow().text())
                .contains("20, of which 0 failed", "coverage")
                .doesNotContain("not begun");
    }

    @Test
    void longTablesShowTheirLastRows() {
        Bundle bundle =
                Bundles.of(HistoryTable.of("h", Samples.history(500, 0.1))).orElseThrow();
        assertThat(bundle.text().lines()).hasSize(Sheet.MOST + 3); // a heading, and titles of two lines
        assertThat(bundle.text()).startsWith("h: 501 rows; the last 200 rows");
    }

    @Test
    void aLiveFrameTellsProgressPaceAndTheNewest() {
        var frame = new LiveFrame(
                "opinions",
                RunState.RUNNING,
                Samples.archive(20),
                Samples.history(20, 0.08).get(20),
                new Pace(0, 500, Duration.ofSeconds(100)),
                "");
        assertThat(frame.bundle().text())
                .startsWith(
                        """
                        opinions: running, 200 of 500 candidates
                        coverage 64.0 %, QD score 38.4, best 1
                        2 candidates per second, 1 min 40 s so far, about 2 min 30 s left
                        """);
        assertThat(frame.bundle().html().orElseThrow())
                .contains("<progress ", "value=\"200\" max=\"500\"")
                .hasSizeLessThan(LiveFrame.LIMIT);
        assertThat(frame.bundle()).isEqualTo(frame.bundle());
    }

    @Test
    void aFineMapIsAnImageInALiveFrame() {
        var frame = new LiveFrame(
                "fine",
                RunState.DONE,
                Samples.archive(50),
                Samples.history(20, 0.08).get(20),
                new Pace(0, 200, Duration.ofSeconds(100)),
                "");
        assertThat(frame.bundle().html().orElseThrow())
                .contains("<img ")
                .doesNotContain("<svg")
                .hasSizeLessThan(LiveFrame.LIMIT);
    }
}

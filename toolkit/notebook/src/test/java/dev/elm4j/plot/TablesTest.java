package dev.elm4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.search.RunReport;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final List<Axis> AXES = List.of(Samples.LENGTH, Samples.SENTIMENT);

    @Test
    void candidatesTellWhoMadeThemFromWhom() {
        assertThat(BatchTable.of(Samples.candidates(Samples.meals().subList(0, 4)))
                        .text())
                .isEqualTo(
                        """
                        4 candidates of batch 10, not yet evaluated
                          #  operator  parents        solution
                        100  seed                     The soup was hot and the bread was fresh.
                        101  seed                     A cold, grey fish that nobody wanted to finish.
                        102  lmx(4)    3, 57, 41, 12  I would come back for the dumplings alone, which \u2026
                        103  lmx(4)    3, 57, 41, 12  none: no solution: Answer holds no sentence.""");
    }

    @Test
    void commitsNameTheMeasuresAndCountTheOutcomes() {
        Bundle bundle = BatchTable.of(Samples.commits(Samples.meals()), AXES);
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
                .contains("61          1      8.157     0.3134  The soup was warm, and dish 61 came with b\u2026");
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
        assertThat(Bundles.of(new RunReport("r", RunState.BUDGET_SPENT, "Stopped.", 30, progress))
                        .orElseThrow()
                        .text())
                .contains("budget spent", "Stopped.");
        assertThat(Bundles.of(HistoryTable.of("h", Samples.history(3, 0.1)))
                        .orElseThrow()
                        .html())
                .isPresent();
        assertThat(Bundles.of("text")).isEmpty();
        assertThat(Bundles.of(null)).isEmpty();
    }

    @Test
    void longTablesShowTheirLastRows() {
        Bundle bundle =
                Bundles.of(HistoryTable.of("h", Samples.history(500, 0.1))).orElseThrow();
        assertThat(bundle.text().lines()).hasSize(Sheet.MOST + 2);
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

package dev.elm4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elm4j.archive.Axis;
import dev.elm4j.comparison.Arm;
import dev.elm4j.comparison.Comparison;
import dev.elm4j.comparison.Cost;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.plot.Bundle;
import dev.elm4j.plot.Bundles;
import dev.elm4j.search.Search;
import dev.elm4j.search.Strategy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacadeTest {

    @TempDir
    private Path home;

    @BeforeEach
    void begin() {
        Runs.home(home);
    }

    @AfterEach
    void end() {
        Registry.shared().close();
    }

    private static Search<double[]> search() {
        return Elm.search(Functions.sphere(2)).operators(Gaussian.of(0.5)).name("facade");
    }

    /** Appends a letter, and says it was a model. */
    private static Operator<String> letter(String letter) {
        return new Operator<>() {
            @Override
            public String name() {
                return "letter";
            }

            @Override
            public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
                return plans.stream()
                        .map(plan -> Proposal.of(plan.parents().get(0).solution() + letter)
                                .asked("Add to <b>.", "</script>"))
                        .toList();
            }
        };
    }

    private static Search<String> texts() {
        var environment = Environment.of("texts", (String text) -> Evaluation.of(text.length(), text.length()))
                .measures(Axis.of("solution", 0, 50))
                .seeds("<i>");
        return Elm.search(environment).operators(letter("&")).batch(1);
    }

    @Test
    void aLostVariableIsFoundAgain() {
        search().run(20);
        Search<double[]> latest = Runs.latest();
        latest.run(10);
        assertThat(Runs.get("facade").progress().candidates()).isEqualTo(30);
    }

    @Test
    void afterARestartARunIsAViewWhoseVerbsSayWhatToDo() {
        search().run(20);
        Registry.shared().close();
        Search<Object> view = Runs.get("facade");
        assertThat(view.progress().candidates()).isEqualTo(20);
        assertThat(view.archive().size()).isPositive();
        assertThat(Bundles.of(view).orElseThrow().types()).contains(Bundle.PLOTLY);
        assertThat(view).hasToString("View of run 'facade': " + view.progress());
        assertThatThrownBy(() -> view.run(10)).hasMessageContaining("Run the cell that builds its search again");
        assertThatThrownBy(() -> view.ask(10)).hasMessageContaining("Run the cell that builds its search again");
        assertThatThrownBy(() -> view.seed(1)).hasMessageContaining("Run the cell that builds its search again");
    }

    @Test
    void theListHasOpenRunsAndThoseOnDisk() {
        search().run(20);
        Registry.shared().close();
        texts().run(3);
        var list = Runs.list();
        assertThat(list.stringColumn("name").asList()).containsExactly("texts", "facade");
        assertThat(list.stringColumn("from").asList()).containsExactly("this kernel", "journal");
        assertThat(list.longColumn("candidates").asList()).containsExactly(3L, 20L);
    }

    @Test
    void aRunThatIsNotThereIsASentenceThatNamesThoseThatAre() {
        assertThatThrownBy(Runs::latest).hasMessageContaining("no run yet");
        search().run(10);
        assertThatThrownBy(() -> Runs.get("facad")).hasMessageContaining("[facade]");
    }

    @Test
    void tablesHaveARowPerEliteAndPerCandidate() {
        var search = texts();
        search.run(5);
        assertThat(Tables.commits(search).rowCount()).isEqualTo(5);
        assertThat(Tables.commits(search).stringColumn("prompt").get(4)).isEqualTo("Add to <b>.");
        assertThat(Tables.elites(search).rowCount()).isEqualTo(search.archive().size());
        assertThat(Tables.elites(search).columnNames())
                .containsExactly("candidate", "cell", "objective", "solution", "solution'");
    }

    @Test
    void aLineageLeadsBackToTheSeedAndEscapesWhatModelsWrote() {
        var search = texts();
        search.run(4);
        var lineage = Lineage.of(search, search.archive().best());
        assertThat(lineage.ancestors()).contains(0L);
        assertThat(lineage.toString()).contains("#0 seed").doesNotContain("\n\n");
        assertThat(lineage.bundle().html().orElseThrow())
                .doesNotContain("<i>", "</script>", "<b>.")
                .contains("&lt;i&gt;", "Add to &lt;b&gt;.", "&lt;/script&gt;");
    }

    @Test
    void aLineageOfAForeignEliteIsASentence() {
        var search = texts();
        search.run(2);
        assertThatThrownBy(() -> Lineage.of(search, 99)).hasMessageContaining("has no candidate 99");
    }

    @Test
    void aModelFileThatIsNotThereIsASentence() {
        assertThatThrownBy(() -> Models.local(home.resolve("none.gguf")))
                .hasMessageContaining("none.gguf")
                .hasMessageContaining("Models.tiny()");
    }

    @Test
    void aPlotOfNoSearchIsASentence() {
        assertThatThrownBy(Plots::progress).hasMessageContaining("Plots.progress(search)");
    }

    @Test
    void whoBroughtACandidateAndWhyIsInTablesAndLineages() {
        var search = texts();
        search.run(3);
        var report = search.inject("by hand", "a <b>border</b> case", "Ada");
        search.run(1);
        var commits = Tables.commits(search);
        int row = Math.toIntExact(report.candidate());
        assertThat(commits.stringColumn("author").get(row)).isEqualTo("Ada");
        assertThat(commits.stringColumn("why").get(row)).isEqualTo("a <b>border</b> case");
        assertThat(commits.stringColumn("author").get(0)).isEmpty();
        assertThat(Tables.history(search).stringColumn("author").asList()).containsExactly("", "", "", "Ada", "");
        var lineage = Lineage.of(search, report.candidate());
        assertThat(lineage.toString()).contains("injected by Ada (a <b>border</b> case)");
        assertThat(lineage.bundle().html().orElseThrow())
                .contains("injected by Ada (a &lt;b&gt;border")
                .doesNotContain("<b>border");
        assertThat(Tables.history(search()).columnNames()).doesNotContain("author");
    }

    @Test
    void aSearchThatWasStartedSaysThatItRunsAndAfterwardsNoMore() {
        var search = search().start();
        assertThat(Bundles.of(search).orElseThrow().text()).contains("stop() ends it");
        search.stop();
        assertThat(Bundles.of(search).orElseThrow().text()).doesNotContain("stop() ends it");
    }

    @Test
    void aComparisonIsTwoTablesAndAPlot() {
        var table = Comparison.of(search())
                .arms(Arm.strategy(Strategy.independentSampling()), Arm.strategy(Strategy.mapElites()))
                .seeds(1, 2)
                .budget(Cost.CANDIDATES, 40)
                .run();
        var rows = Tables.comparison(table);
        assertThat(rows.rowCount()).isEqualTo(6);
        assertThat(rows.doubleColumn("p").isMissing(0)).isTrue();
        assertThat(rows.doubleColumn("median").get(1))
                .isEqualTo(table.rows().get(1).median());
        assertThat(Tables.curves(table).columnNames())
                .containsExactly("arm", "seed", "candidates", "qd score", "coverage", "best");
        assertThat(Plots.comparison(table).png()).isPresent();
    }
}

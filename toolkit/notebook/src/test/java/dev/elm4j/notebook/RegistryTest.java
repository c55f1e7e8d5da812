package dev.elm4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.search.Budget;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {

    @TempDir
    private Path home;

    private final List<String> said = new ArrayList<>();
    private Registry registry;

    @BeforeEach
    void begin() {
        registry = new Registry(home, said::add);
    }

    @AfterEach
    void end() {
        registry.close();
    }

    /** What a user's cell builds, each time it runs. */
    private Search<double[]> cell() {
        return Search.of(Functions.sphere(2), registry)
                .operators(Gaussian.of(0.5))
                .name("first")
                .seed(7);
    }

    @Test
    void aCellThatRunsAgainGoesOnWithItsRun() {
        cell().run(20);
        var again = cell();
        again.run(20);
        assertThat(again.name()).isEqualTo("first");
        assertThat(again.progress().candidates()).isEqualTo(40);
        assertThat(said).singleElement().asString().contains("'first' goes on with its 20 candidates");
    }

    @Test
    void aCassetteThatWasSetAsideIsSaidWhenTheRunBegins() throws IOException {
        Path folder = Files.createDirectories(home.resolve("first"));
        Files.writeString(
                folder.resolve("cassette.jsonl"), "{\"format\":\"elm4j cassette\",\"schema\":1,\"run\":\"other\"}\n");
        var search = cell();
        search.run(10);
        search.run(10);
        assertThat(said).singleElement().asString().contains("begins anew", "cassette-1.jsonl");
    }

    @Test
    void copiesOfOneSearchShareTheRun() {
        var search = cell();
        search.run(10);
        search.threads(2).run(10);
        search.run(10);
        assertThat(search.progress().candidates()).isEqualTo(30);
    }

    @Test
    void aRunThatBrokeIsContinuedFromItsJournal() {
        var full = new AtomicBoolean();
        Environment<double[]> fragile = Environment.of("fragile", (double[] x) -> {
                    if (full.get()) {
                        throw new OutOfMemoryError("no more");
                    }
                    return Evaluation.of(1, x[0]);
                })
                .measures(Axis.of("x", -5, 5))
                .seeds(new double[] {0});
        var search = Search.of(fragile, registry).operators(Gaussian.of(0.5));
        search.run(10);
        full.set(true);
        assertThatThrownBy(() -> search.run(10)).hasMessageContaining("no more");
        full.set(false);
        var again = search.threads(2);
        again.run(10);
        assertThat(again.progress().candidates()).isEqualTo(20);
        assertThat(said).singleElement().asString().contains("goes on with its 10 candidates");
    }

    @Test
    void anotherConfigurationOfTheSameNameTakesTheNextNameAndSaysSo() {
        cell().run(10);
        var second = cell().seed(8);
        var third = cell().seed(9);
        assertThat(second.name()).isEqualTo("first-2");
        assertThat(third.name()).isEqualTo("first-3");
        assertThat(cell().seed(8).name()).isEqualTo("first-2");
        assertThat(said).anyMatch(line -> line.contains("'first-2'")).anyMatch(line -> line.contains("'first-3'"));
        assertThat(second.progress().candidates()).isZero();
    }

    @Test
    void aFolderOfAnEarlierKernelIsResumedAndEndsAsIfNothingHadHappened(@TempDir Path elsewhere) throws IOException {
        cell().run(30);
        registry.close(); // the kernel is gone
        registry = new Registry(home, said::add);
        cell().run(30);
        registry.close();
        var undisturbed = new Registry(elsewhere, said::add);
        Search.of(Functions.sphere(2), undisturbed)
                .operators(Gaussian.of(0.5))
                .name("first")
                .seed(7)
                .run(60);
        undisturbed.close();
        assertThat(home.resolve("first/journal.jsonl"))
                .hasSameBinaryContentAs(elsewhere.resolve("first/journal.jsonl"));
    }

    @Test
    void aFolderOfAnotherConfigurationFromAnEarlierKernelIsLeftAlone() throws IOException {
        cell().run(10);
        registry.close();
        byte[] before = Files.readAllBytes(home.resolve("first/journal.jsonl"));
        registry = new Registry(home, said::add);
        var other = cell().seed(8);
        other.run(10);
        assertThat(other.name()).isEqualTo("first-2");
        assertThat(Files.readAllBytes(home.resolve("first/journal.jsonl"))).isEqualTo(before);
    }

    @Test
    void aLargerBudgetProlongsTheRun() {
        var spent = cell().budget(Budget.candidates(20)).run(100);
        assertThat(spent.state()).isEqualTo(RunState.BUDGET_SPENT);
        var prolonged = cell().budget(Budget.candidates(50));
        prolonged.run(100);
        assertThat(prolonged.name()).isEqualTo("first");
        assertThat(prolonged.progress().candidates()).isEqualTo(50);
    }

    @Test
    void aCellWithChangedCodeIsContinuedByTheNewCode() {
        scoring(1).run(10);
        var changed = scoring(2);
        changed.run(10);
        assertThat(changed.archive().best().objective()).isEqualTo(2);
    }

    private Search<double[]> scoring(double objective) {
        var environment = Environment.of("mine", (double[] x) -> Evaluation.of(objective, x[0]))
                .measures(Axis.of("x", -5, 5))
                .seeds(new double[] {0});
        return Search.of(environment, registry).operators(Gaussian.of(0.5));
    }

    @Test
    void aFolderThatCannotBeMadeIsOneSentenceWithoutACause() throws IOException {
        Path file = Files.createFile(home.resolve("file"));
        registry.home(file);
        var search = cell();
        assertThatThrownBy(() -> search.run(10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Runs.home(")
                .hasNoCause();
    }

    @Test
    void theRunThatWasUsedLastIsTheLatest() {
        var first = cell();
        first.run(10);
        cell().seed(8).run(10);
        first.threads(2).run(10);
        assertThat(registry.runs()).extracting(run -> run.setup().name()).containsExactly("first-2", "first");
    }
}

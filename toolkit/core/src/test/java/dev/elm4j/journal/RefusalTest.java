package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.Letters;
import dev.elm4j.operator.Mixture;
import dev.elm4j.search.Budget;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import dev.elm4j.search.Strategy;
import dev.elm4j.search.TestRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not this run's are refused with a sentence that helps, and stay as they are. */
class RefusalTest {

    @TempDir
    java.nio.file.Path home;

    @AutoClose
    private RunFolders runs;

    @BeforeEach
    void openRuns() {
        runs = new RunFolders(home);
    }

    @Test
    void damageInTheMiddleIsRefusedAndNothingIsChanged() throws IOException {
        runs.words("damaged", 1).run(40);
        runs.close();
        List<String> lines = Files.readAllLines(runs.file("damaged"));
        for (String damage : List.of(
                "{\"candidate\":1",
                "[]",
                lines.get(2),
                "",
                "\u0000\u0000",
                lines.get(5).replace("\"candidate\":4", "\"candidate\":5"),
                lines.get(5).replace("\"parents\"", "\"fathers\""),
                lines.get(5).replace("\"by\":\"run\"", "\"by\":\"magic\""),
                "{\"event\":\"eclipse\"}")) {
            var damaged = new ArrayList<>(lines);
            damaged.set(5, damage);
            Files.write(runs.file("damaged"), damaged);
            byte[] before = runs.journal("damaged");
            assertThatIllegalStateException()
                    .isThrownBy(() -> runs.words("damaged", 1).progress())
                    .withMessageContaining("Line 6 of")
                    .withMessageContaining("Nothing was changed");
            assertThat(runs.journal("damaged")).isEqualTo(before);
        }
    }

    @Test
    void aDamagedLineIsRefusedBeforeATornEndIsCut() throws IOException {
        runs.words("both", 1).run(40);
        runs.close();
        String text = Files.readString(runs.file("both"));
        String damaged = text.replaceFirst("\"candidate\":9,", "\"candidate\":8,") + "{\"torn";
        Files.writeString(runs.file("both"), damaged);
        assertThatIllegalStateException().isThrownBy(() -> runs.words("both", 1).progress());
        assertThat(runs.file("both")).hasContent(damaged);
        Files.writeString(runs.file("both"), text + "{\"torn"); // the refusal has let go of the folder
        assertThat(runs.words("both", 1).progress().candidates()).isEqualTo(40);
        assertThat(runs.file("both")).hasContent(text);
    }

    @Test
    void anEditedPlanIsRefused() throws IOException {
        runs.words("edited", 1).run(40);
        runs.close();
        String text = Files.readString(runs.file("edited"));
        String header = text.substring(0, text.indexOf('\n'));
        Files.writeString(
                runs.file("edited"),
                header + text.substring(header.length()).replace("\"operator\":\"edits\"", "\"operator\":\"other\""));
        assertThatIllegalStateException()
                .isThrownBy(() -> runs.words("edited", 1).progress())
                .withMessageContaining("another batch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\n",
                "{}\n",
                "no line feed",
                "\u007fELF\u0000\u0001",
                "{\"format\":\"elm4j journal\"} and more\n",
                "{\"format\":\"elm4j journal\",\"schema\":99}\n",
                "{\"format\":\"elm4j journal\",\"schema\":1,\"seed\":7}\n",
                "{\"format\":\"elm4j cassette\"}\n"
            })
    void foreignAndNewerFilesAreRefusedAndNothingIsChanged(String text) throws IOException {
        Files.createDirectory(runs.folder("foreign"));
        Files.writeString(runs.file("foreign"), text);
        assertThatIllegalStateException()
                .isThrownBy(() -> runs.words("foreign", 1).progress())
                .withMessageContaining("Nothing was changed")
                .withMessageContaining("another name");
        assertThat(Files.readString(runs.file("foreign"))).isEqualTo(text);
    }

    @Test
    void aFolderInPlaceOfTheFileIsRefused() throws IOException {
        Files.createDirectories(runs.file("folder"));
        assertThatIllegalStateException()
                .isThrownBy(() -> runs.words("folder", 1).progress())
                .withMessageContaining("it is a folder");
        assertThat(runs.file("folder")).isDirectory();
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.writeString(runs.folder("file"), "mine");
        assertThatThrownBy(() -> runs.words("file", 1).progress())
                .hasMessageContaining("Cannot make the folder")
                .hasMessageContaining("Choose a folder of your own");
        assertThat(runs.folder("file")).hasContent("mine");
    }

    @Test
    void anEmptyFileIsBegun() throws IOException {
        Files.createDirectory(runs.folder("empty"));
        Files.createFile(runs.file("empty"));
        runs.words("empty", 1).run(8);
        runs.words("whole", 1).run(8);
        assertThat(runs.journal("empty")).isEqualTo(runs.journal("whole"));
    }

    @Test
    void anotherSetupIsAMismatchThatNamesTheFirstDifference() throws IOException {
        runs.words("run", 1).run(20);
        runs.close();
        byte[] before = runs.journal("run");
        Map<String, UnaryOperator<Search<String>>> others = new LinkedHashMap<>();
        others.put("its seed is 7, but this search has 8", search -> search.seed(8));
        others.put("its batch is 4, but this search has 5", search -> search.batch(5));
        others.put("its window is 8, but this search has 1", search -> search.window(1));
        others.put("its strategy is \"MAP-Elites\", but", search -> search.strategy(Strategy.deepGrid(2)));
        others.put("its operators 1 name is \"edits\", but", search -> search.operators(Letters.lowercase()));
        others.put("its mixture is \"uniform\", but", search -> search.mixture(Mixture.ucb1()));
        others.put(
                "its axes 1 bins is 20, but this search has 3",
                search -> search.axes(
                        Axis.of("length", 0, 40).bins(3),
                        Axis.of("first letter", 'a', 'z').bins(13)));
        others.put(
                "its cells kind is \"grid\", but this search has \"cvt\"",
                search -> search.tessellation(Tessellation.cvt(
                        new double[][] {{1, 100}, {2, 100}},
                        Axis.of("length", 0, 40).bins(20),
                        Axis.of("first letter", 'a', 'z').bins(13))));
        others.forEach((phrase, change) -> assertThatExceptionOfType(JournalMismatch.class)
                .isThrownBy(() -> change.apply(runs.words("run", 1)).progress())
                .withMessageContaining(phrase)
                .withMessageContaining("another name"));
        assertThat(runs.journal("run")).isEqualTo(before);
    }

    @Test
    void anotherEnvironmentIsAMismatchEvenIfOnlyItsVersionOrASeedDiffers() {
        var words = Environment.of("words", (String s) -> Evaluation.of(1, s.length()))
                .measures(Axis.of("length", 0, 40))
                .seeds("a", "b");
        Search.of(words, runs).operators(TestRuns.edits(false)).name("run").run(8);
        runs.close();
        for (var other : List.of(words.version("2"), words.seeds("a", "c"))) {
            assertThatExceptionOfType(JournalMismatch.class)
                    .isThrownBy(() -> Search.of(other, runs)
                            .operators(TestRuns.edits(false))
                            .name("run")
                            .progress())
                    .withMessageContaining("its environment");
        }
        assertThatExceptionOfType(JournalMismatch.class).isThrownBy(() -> Search.of(Functions.sphere(2), runs)
                .operators(Gaussian.of(1))
                .name("run")
                .progress());
    }

    @Test
    void aBudgetMayGrowAndThreadsMayChangeBetweenSessions() {
        Search<String> small = runs.words("run", 1).budget(Budget.candidates(20));
        assertThat(small.run(40).state()).isEqualTo(RunState.BUDGET_SPENT);
        runs.close();
        assertThat(runs.words("run", 4).budget(Budget.candidates(60)).run(40).committed())
                .isEqualTo(40);
    }

    @Test
    void aFolderIsWrittenByOneAtATime() {
        runs.words("run", 1).run(4);
        assertThatIllegalStateException()
                .isThrownBy(() -> runs.words("run", 1).progress())
                .withMessageContaining("Somebody else writes");
    }
}

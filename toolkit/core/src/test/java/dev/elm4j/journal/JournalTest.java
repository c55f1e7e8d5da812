package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Commit;
import dev.elm4j.search.CommittedBatch;
import dev.elm4j.search.Recorder;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunEvent;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.RunRecord;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import dev.elm4j.search.Setup;
import dev.elm4j.search.TestRuns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    @TempDir
    Path home;

    private final List<Run<?>> open = new ArrayList<>();

    /** Opens runs in folders of {@link #home} by their name. */
    private final RunOpener opener = new RunOpener() {
        @Override
        public <S> Run<S> open(Setup<S> setup, int threads) {
            var run = new Run<>(setup, threads, Journal.open(home.resolve(setup.name()), setup));
            JournalTest.this.open.add(run);
            return run;
        }
    };

    @AfterEach
    void closeRuns() {
        open.forEach(Run::close);
        open.clear();
    }

    private Search<String> words(String name, int threads) {
        return TestRuns.search(opener, threads > 1, threads).name(name);
    }

    private byte[] journal(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }

    private Path file(String name) {
        return home.resolve(name).resolve("journal.jsonl");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 32})
    void theBytesAreTheSameAtAnyNumberOfThreads(int threads) throws IOException {
        words("serial", 1).run(200);
        words("parallel", threads).run(200);
        assertThat(journal("parallel")).isEqualTo(journal("serial"));
    }

    @Test
    void aResumedRunGoesOnAsIfNothingHadHappened() throws IOException {
        words("whole", 1).run(120);
        words("parts", 1).run(60);
        closeRuns();
        Search<String> resumed = words("parts", 1);
        assertThat(resumed.progress().candidates()).isEqualTo(60);
        resumed.run(60);
        assertThat(journal("parts")).isEqualTo(journal("whole"));
    }

    /** Whatever prefix of the file a crash leaves, the run goes on from its last whole batch to the same bytes. */
    @Test
    void aJournalTornAnywhereResumesToTheSameBytes() throws IOException {
        words("whole", 1).run(60);
        closeRuns();
        byte[] whole = journal("whole");
        Path folder = Files.createDirectory(home.resolve("torn"));
        var random = new SplittableRandom(20261103);
        for (int i = 0; i < 150; i++) {
            int length = i < 40 ? i : random.nextInt(whole.length + 1);
            Files.write(folder.resolve("journal.jsonl"), Arrays.copyOf(whole, length));
            Search<String> resumed = words("torn", 1);
            long committed = resumed.progress().candidates();
            if (committed < 60) {
                resumed.run((int) (60 - committed));
            }
            assertThat(journal("torn")).as("torn after %d bytes", length).isEqualTo(whole);
            closeRuns();
        }
    }

    @Test
    void batchesByHandResumeToo() throws IOException {
        for (String name : List.of("one", "two")) {
            Search<String> search = words(name, 1);
            search.run(20);
            var candidates = search.ask(7);
            search.tell(candidates, search.evaluate(candidates));
            if (name.equals("two")) {
                closeRuns();
                search = words(name, 1);
            }
            search.run(40);
        }
        assertThat(journal("two")).isEqualTo(journal("one"));
    }

    @Test
    void aTornEndIsSaid() throws IOException {
        words("torn", 1).run(20);
        closeRuns();
        byte[] bytes = journal("torn");
        Files.write(file("torn"), Arrays.copyOf(bytes, bytes.length - 5));
        Setup<String> setup = words("torn", 1).setup();
        Journal<String> journal = Journal.open(home.resolve("torn"), setup);
        try (var run = new Run<>(setup, 1, journal)) {
            assertThat(run.progress().candidates()).isEqualTo(16);
            assertThat(journal.message()).contains("never finished").contains("cut off");
        }
    }

    @Test
    void damageInTheMiddleIsRefusedAndNothingIsChanged() throws IOException {
        words("damaged", 1).run(40);
        closeRuns();
        List<String> lines = Files.readAllLines(file("damaged"));
        for (String damage : List.of("{\"candidate\":1", "[]", lines.get(2), "")) {
            var damaged = new ArrayList<>(lines);
            damaged.set(5, damage);
            Files.write(file("damaged"), damaged);
            byte[] before = journal("damaged");
            assertThatIllegalStateException()
                    .isThrownBy(() -> words("damaged", 1).progress())
                    .withMessageContaining("Line 6 of")
                    .withMessageContaining("Nothing was changed");
            assertThat(journal("damaged")).isEqualTo(before);
        }
    }

    @Test
    void anEditedPlanIsRefused() throws IOException {
        words("edited", 1).run(40);
        closeRuns();
        String text = Files.readString(file("edited"));
        Files.writeString(file("edited"), text.replace("\"operator\":\"edits\"", "\"operator\":\"other\""));
        assertThatIllegalStateException()
                .isThrownBy(() -> words("edited", 1).progress())
                .withMessageContaining("another batch");
    }

    @Test
    void foreignAndNewerFilesAreRefusedAndNothingIsChanged() throws IOException {
        Files.createDirectory(home.resolve("foreign"));
        for (String text :
                List.of("hello\n", "{}\n", "no line feed", "{\"format\":\"elm4j journal\",\"schema\":99}\n")) {
            Files.writeString(file("foreign"), text);
            assertThatIllegalStateException()
                    .isThrownBy(() -> words("foreign", 1).progress())
                    .withMessageContaining("Nothing was changed");
            assertThat(Files.readString(file("foreign"))).isEqualTo(text);
        }
    }

    @Test
    void anotherSetupIsAMismatchThatNamesTheDifference() {
        words("run", 1).run(20);
        closeRuns();
        assertThatExceptionOfType(JournalMismatch.class)
                .isThrownBy(() -> words("run", 1).seed(8).progress())
                .withMessageContaining("its seed is 7, but this search has 8");
        assertThatExceptionOfType(JournalMismatch.class).isThrownBy(() -> Search.of(Functions.sphere(2), opener)
                .operators(Gaussian.of(1))
                .name("run")
                .progress());
    }

    @Test
    void aBudgetMayGrowAndThreadsMayChangeBetweenSessions() {
        Search<String> small = words("run", 1).budget(Budget.candidates(20));
        assertThat(small.run(40).state()).isEqualTo(RunState.BUDGET_SPENT);
        closeRuns();
        assertThat(words("run", 4).budget(Budget.candidates(60)).run(40).committed())
                .isEqualTo(40);
    }

    @Test
    void aFolderIsWrittenByOneAtATime() {
        words("run", 1).run(4);
        assertThatIllegalStateException()
                .isThrownBy(() -> words("run", 1).progress())
                .withMessageContaining("Somebody else writes");
    }

    @Test
    void aViewReadsWithoutTheEnvironment() {
        Search<String> search = words("run", 1);
        search.run(100);
        RunRecord<Object> view = Journal.view(home.resolve("run"));
        assertThat(view.archive().statistics()).isEqualTo(search.archive().statistics());
        assertThat(view.history()).isEqualTo(search.record().history());
        assertThat(view.archive().best().solution())
                .isEqualTo(search.archive().best().solution());
    }

    @Test
    void theClockGoesToAFileOfItsOwn() throws IOException {
        var clock = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
        var setup = words("clocked", 1).setup();
        try (var run = new Run<>(setup, 1, Journal.open(home.resolve("clocked"), setup, clock))) {
            Search.of(TestRuns.words(), fixed(run))
                    .operators(TestRuns.edits(false))
                    .run(4);
        }
        assertThat(home.resolve("clocked/times.jsonl")).content().contains("2026-11-01T12:00:00Z");
        assertThat(file("clocked")).content().doesNotContain("2026-11-01");
    }

    @SuppressWarnings("unchecked") // the one run there is
    private static RunOpener fixed(Run<?> run) {
        return new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return (Run<S>) run;
            }
        };
    }

    @Test
    void hostileTextsSurvive() {
        String[] hostile = {
            "line\nfeed",
            "\"quoted\"",
            "\u0000\u0007\u001b[31m",
            "</script>",
            "\u202eright to left",
            "half \ud83d",
            "x".repeat(10_000)
        };
        var problem = Environment.of("hostile", (String s) -> Evaluation.of(1, s.length()))
                .measures(Axis.of("length", 0, 20_000).bins(1_000))
                .seeds(hostile);
        Search<String> search = Search.of(problem, opener).operators(TestRuns.edits(false));
        search.run(10);
        closeRuns();
        Search<String> resumed = Search.of(problem, opener).operators(TestRuns.edits(false));
        assertThat(resumed.record().commits()).isEqualTo(search.record().commits());
        assertThat(resumed.archive().elites()).isEqualTo(search.archive().elites());
    }

    @Test
    void solutionsThatAreNotNumbersOrCannotBeWrittenAreFailuresAndResume() {
        Environment<double[]> strict = Environment.of("strict", (double[] x) -> Evaluation.of(x[0], x[0]))
                .measures(Axis.of("x", -1, 1))
                .seeds(new double[] {0}, new double[] {Double.NaN}, new double[] {Double.POSITIVE_INFINITY});
        Environment<double[]> silent = Environment.of("silent", (double[] x) -> Evaluation.of(1, 1))
                .measures(Axis.of("x", -1, 1))
                .seeds(new double[] {0})
                .codec(Codec.of(x -> null, json -> new double[1]));
        for (Environment<double[]> environment : List.of(strict, silent)) {
            Search<double[]> search = Search.of(environment, opener).operators(Gaussian.of(0.5));
            search.run(10);
            assertThat(search.progress().failures()).isPositive();
            closeRuns();
            Search<double[]> resumed = Search.of(environment, opener).operators(Gaussian.of(0.5));
            assertThat(resumed.progress()).isEqualTo(search.progress());
        }
    }

    @Test
    void aRecorderThatCannotWriteStopsTheRunAndSaysSo() {
        var full = new Recorder<String>() {
            @Override
            public void replay(Consumer<RunEvent<String>> each) {}

            @Override
            public Commit<String> commit(long number) {
                throw new AssertionError("nobody asks");
            }

            @Override
            public void record(RunEvent<String> event) {
                if (event instanceof CommittedBatch<String> batch && batch.number() == 2) {
                    throw new IllegalStateException("No space left on device.");
                }
            }

            @Override
            public void close() {}
        };
        var run = new Run<>(words("full", 1).setup(), 1, full);
        Search<String> search = Search.of(TestRuns.words(), fixed(run)).operators(TestRuns.edits(false));
        assertThatIllegalStateException()
                .isThrownBy(() -> search.run(100))
                .withMessageContaining("No space left")
                .withMessageContaining("run its search cell again");
        assertThat(run.state()).isEqualTo(RunState.BROKEN);
        assertThatIllegalStateException().isThrownBy(() -> search.ask(1)).withMessageContaining("cannot go on");
    }

    @Test
    void everyLineIsReadableJson() throws IOException {
        words("run", 1).run(40);
        for (String line : Files.readAllLines(file("run"), StandardCharsets.UTF_8)) {
            assertThat(Json.MAPPER.readTree(line).isObject()).isTrue();
        }
        assertThat(Files.readAllLines(file("run"))).hasSize(41);
    }
}

package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.search.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same run gives the same bytes, however it was cut, interrupted and spread over threads. */
class DeterminismTest {

    @TempDir
    Path home;

    @AutoClose
    private RunFolders runs;

    @BeforeEach
    void openRuns() {
        runs = new RunFolders(home);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 32})
    void theBytesAreTheSameAtAnyNumberOfThreads(int threads) throws IOException {
        runs.words("serial", 1).run(200);
        runs.words("parallel", threads).run(200);
        assertThat(runs.journal("parallel")).isEqualTo(runs.journal("serial"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 32})
    void deepCellsAndChosenOperatorsAreTheSameAtAnyNumberOfThreads(int threads) throws IOException {
        runs.deepWords("serial", 1).run(200);
        runs.deepWords("parallel", threads).run(200);
        assertThat(runs.journal("parallel")).isEqualTo(runs.journal("serial"));
    }

    @Test
    void manyRunsGiveTheBytesOfOne() throws IOException {
        runs.words("one", 1).run(240);
        Search<String> many = runs.words("many", 4);
        for (int candidates : List.of(4, 40, 8, 100, 88)) {
            many.run(candidates);
        }
        assertThat(runs.journal("many")).isEqualTo(runs.journal("one"));
    }

    @Test
    void aResumedRunGoesOnAsIfNothingHadHappened() throws IOException {
        runs.words("whole", 1).run(120);
        runs.words("parts", 1).run(60);
        runs.close();
        Search<String> resumed = runs.words("parts", 1);
        assertThat(resumed.progress().candidates()).isEqualTo(60);
        resumed.run(60);
        assertThat(runs.journal("parts")).isEqualTo(runs.journal("whole"));
    }

    /** Whatever prefix of the file a crash leaves, the run goes on from its last whole batch to the same bytes. */
    @Test
    void aJournalTornAnywhereResumesToTheSameBytes() throws IOException {
        runs.words("whole", 1).run(60);
        runs.close();
        byte[] whole = runs.journal("whole");
        var random = new SplittableRandom(20261103);
        for (int i = 0; i < 120; i++) {
            int length = i < 40 ? i : random.nextInt(whole.length + 1);
            runs.copy(whole, length, "torn");
            RunFolders.runUpTo(runs.words("torn", 1), 60);
            assertThat(runs.journal("torn")).as("torn after %d bytes", length).isEqualTo(whole);
            runs.close();
        }
    }

    @Test
    void batchesByHandResumeToo() throws IOException {
        for (String name : List.of("one", "two")) {
            Search<String> search = runs.deepWords(name, 1);
            search.run(20);
            var candidates = search.ask(7);
            search.tell(candidates, search.evaluate(candidates));
            if (name.equals("two")) {
                runs.close();
                search = runs.deepWords(name, 1);
            }
            search.run(40);
        }
        assertThat(runs.journal("two")).isEqualTo(runs.journal("one"));
    }

    /** By run, by hand, brought before the seeds are through (queued) and when idle, evaluated again. */
    private void everything(Search<String> search) {
        search.inject("queued before the seeds", "to see it wait", "Ada");
        search.run(40);
        var candidates = search.ask(3);
        search.tell(candidates, search.evaluate(candidates));
        search.inject("brought when idle", "a border case");
        search.reevaluate(2);
        search.run(20);
        search.reevaluate(1);
        search.run(20);
    }

    @Test
    void everyKindOfEventReplaysToTheSameBytesAndTheSameState() throws IOException {
        Search<String> search = runs.deepWords("events", 1);
        everything(search);
        byte[] bytes = runs.journal("events");
        runs.close();
        Search<String> resumed = runs.deepWords("events", 1);
        assertThat(resumed.progress()).isEqualTo(search.progress());
        assertThat(resumed.record().history()).isEqualTo(search.record().history());
        assertThat(resumed.archive().members()).isEqualTo(search.archive().members());
        assertThat(resumed.record().reevaluated()).isEqualTo(search.record().reevaluated());
        assertThat(resumed.record().commits()).isEqualTo(search.record().commits());
        assertThat(runs.journal("events")).isEqualTo(bytes);
        search = runs.deepWords("again", 8);
        everything(search);
        assertThat(runs.journal("again")).isEqualTo(bytes);
    }

    @Test
    void tornBehindAnyEventTheRunGoesOnToTheSameBytes() throws IOException {
        Search<String> search = runs.words("events", 1);
        everything(search);
        search.run(80);
        runs.close();
        byte[] whole = runs.journal("events");
        long candidates = runs.words("events", 1).progress().candidates();
        runs.close();
        int events = lastEvent(whole);
        var random = new SplittableRandom(20261127);
        for (int i = 0; i < 20; i++) {
            runs.copy(whole, events + random.nextInt(whole.length - events), "torn");
            RunFolders.runUpTo(runs.words("torn", 1), candidates);
            assertThat(runs.journal("torn")).isEqualTo(whole);
            runs.close();
        }
    }

    /** Where the last event but runs ends: what is behind it, a run does again by itself. */
    private static int lastEvent(byte[] journal) {
        String text = new String(journal, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.indexOf('\n', text.lastIndexOf("{\"event\"")) + 1;
    }

    @Test
    void whatIsQueuedWhileTheRunIsUnderWayKeepsItsPlace() throws Exception {
        Search<String> search = runs.words("queued", 4);
        search.run(8);
        search.start();
        for (int i = 0; i < 5; i++) {
            search.inject("brought " + i, "number " + i);
        }
        search.stop();
        long candidates = Math.max(120, search.progress().candidates());
        RunFolders.runUpTo(search, candidates);
        byte[] whole = runs.journal("queued");
        runs.close();
        String text = Files.readString(runs.file("queued"));
        assertThat(text).contains("\"event\":\"queued\"").contains("\"by\":\"queued\"");
        runs.copy(whole, lastEvent(whole), "torn");
        RunFolders.runUpTo(runs.words("torn", 1), candidates);
        assertThat(runs.journal("torn")).isEqualTo(whole);
        assertThat(Arrays.asList(text.split("\n")))
                .filteredOn(line -> line.contains("\"by\":\"queued\""))
                .hasSize(5);
    }
}

package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.CellPolicy;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.search.RunCells;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.RunRecord;
import dev.elm4j.search.Search;
import dev.elm4j.search.Strategy;
import dev.elm4j.search.TestRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read back, from a run's own journal and from one whose environment is not there. */
class ViewTest {

    private static final Axis[] AXES = {
        Axis.of("length", 0, 40).unit("letters").bins(20),
        Axis.of("first letter", 'a', 'z').bins(13)
    };

    /** Shared, because k-means takes a while. */
    private static final Strategy CVT = Strategy.cvtMapElites(25);

    @TempDir
    Path home;

    @AutoClose
    private RunFolders runs;

    @BeforeEach
    void openRuns() {
        runs = new RunFolders(home);
    }

    /** Every kind of cells and policy that there is. */
    private static Map<String, UnaryOperator<Search<String>>> kinds() {
        Map<String, UnaryOperator<Search<String>>> kinds = new LinkedHashMap<>();
        kinds.put("equal", search -> search);
        kinds.put(
                "edges",
                search -> search.axes(Axis.edges("length", 0, 1.1, 7, 40).unit("letters"), AXES[1]));
        kinds.put(
                "cvt",
                search -> search.tessellation(
                        Tessellation.cvt(new double[][] {{1, 100}, {5, 110}, {9, 98}, {1 / 3.0, 120}}, AXES)));
        kinds.put("own-cvt", search -> search.strategy(CVT));
        kinds.put("deep", search -> search.strategy(Strategy.deepGrid(3)));
        kinds.put("top", search -> search.strategy(Strategy.mapElites(CellPolicy.top(3))));
        kinds.put("soft", search -> search.strategy(Strategy.mapElites(CellPolicy.softThreshold(0.1, -1.5))));
        kinds.put("genetic", search -> search.strategy(Strategy.genetic(10, 2)));
        return kinds;
    }

    @Test
    void aViewShowsRunsOfAllKindsOfCellsWithoutTheirEnvironment() {
        kinds().forEach((name, change) -> {
            Search<String> search = change.apply(runs.words(name, 1));
            search.run(80);
            search.inject("brought by hand", "to see it in the view", "Ada");
            search.reevaluate(2);
            search.run(20);
            RunRecord<Object> view = Journal.view(runs.folder(name));
            RunRecord<String> record = search.record();
            assertThat(view.archive().members())
                    .as(name)
                    .isEqualTo(record.archive().members());
            assertThat(view.passive().members())
                    .as(name)
                    .isEqualTo(record.passive().members());
            assertThat(view.archive().tessellation())
                    .as(name)
                    .isEqualTo(record.archive().tessellation());
            assertThat(view.archive().policy())
                    .as(name)
                    .isEqualTo(record.archive().policy());
            assertThat(view.history()).as(name).isEqualTo(record.history());
            assertThat(view.reevaluated()).as(name).isEqualTo(record.reevaluated());
            assertThat((List<?>) view.commits()).as(name).isEqualTo(record.commits());
            assertThat(view.progress().toString()).isEqualTo(search.progress().toString());
        });
    }

    @Test
    void theHeaderGivesTheCellsBackAndEveryKindIsARunOfItsOwn() {
        var identities = new ArrayList<String>();
        kinds().forEach((name, change) -> {
            var setup = change.apply(runs.words(name, 1)).setup();
            RunCells cells =
                    Header.cells(Json.object(Json.line(Header.of(setup)), 0, Json.line(Header.of(setup)).length));
            assertThat(cells).as(name).isEqualTo(setup.archives());
            identities.add(Journal.identity(setup));
        });
        assertThat(identities).doesNotHaveDuplicates();
    }

    @Test
    void categoriesAreShownToo() {
        var genres = Environment.of("genres", (String s) -> Evaluation.of(s.length(), s.length() % 2, s.length()))
                .measures(Axis.categories("genre", "poem", "story"), Axis.of("length", 0, 40))
                .seeds("a", "bb");
        Search<String> search =
                Search.of(genres, runs).operators(TestRuns.edits(false)).name("genres");
        search.run(30);
        RunRecord<Object> view = Journal.view(runs.folder("genres"));
        assertThat(view.archive().tessellation()).isEqualTo(search.archive().tessellation());
        assertThat(view.archive().elites()).isEqualTo(search.archive().elites());
    }

    @Test
    void aJournalOfSchema1IsShown() throws IOException {
        Files.createDirectory(runs.folder("old"));
        Files.writeString(
                runs.file("old"),
                """
                {"format":"elm4j journal","schema":1,"seed":7,"batch":1,"window":1,"environment":{"name":"words","version":"1","seeds":1,"seedsHash":"x"},"strategy":"MAP-Elites","operators":[],"axes":[{"name":"length","unit":"","min":0.0,"max":40.0,"bins":4}]}
                {"candidate":0,"batch":0,"index":0,"size":1,"by":"run","operator":"seed","parents":[],"solution":"hello","objective":0.4,"measures":[5.0],"outcome":"new","cell":0,"value":0.4,"usage":[1,2,3]}
                """);
        RunRecord<Object> view = Journal.view(runs.folder("old"));
        assertThat(view.archive().best().solution()).isEqualTo("hello");
        assertThat(view.progress().usage().tokens()).isEqualTo(5);
    }

    @Test
    void whatIsNoRunOrCannotBeShownIsSaid() throws IOException {
        assertThatIllegalStateException()
                .isThrownBy(() -> Journal.view(home.resolve("nowhere")))
                .withMessageContaining("There is no run in");
        Files.createDirectory(runs.folder("torn"));
        Files.writeString(runs.file("torn"), Header.BEGIN);
        assertThatIllegalStateException()
                .isThrownBy(() -> Journal.view(runs.folder("torn")))
                .withMessageContaining("never begun");
        Files.writeString(
                runs.file("torn"),
                "{\"format\":\"elm4j journal\",\"schema\":2,\"seed\":1,\"axes\":[],\"cells\":{\"kind\":\"hexagons\"}}\n");
        assertThatIllegalStateException()
                .isThrownBy(() -> Journal.view(runs.folder("torn")))
                .withMessageContaining("hexagons");
    }

    @Test
    void commitsAreReadBackInAnyOrderByManyThreadsWhileTheRunGoesOnAndAfterItIsClosed() throws Exception {
        Search<String> inMemory = TestRuns.search(RunOpener.inMemory(), false, 1);
        inMemory.run(400);
        var expected = inMemory.record().commits();
        Search<String> search = runs.words("run", 1);
        search.run(200);
        var threads = Executors.newFixedThreadPool(4);
        try {
            var reads = new ArrayList<Future<?>>();
            for (int t = 0; t < 4; t++) {
                int step = 2 * t + 1;
                reads.add(threads.submit(() -> {
                    var commits = search.record().commits();
                    for (int i = 0; i < 2_000; i++) {
                        int number = i * step % commits.size();
                        assertThat(commits.get(number)).isEqualTo(expected.get(number));
                    }
                }));
            }
            search.run(200);
            for (Future<?> read : reads) {
                read.get();
            }
        } finally {
            threads.shutdownNow();
        }
        var commits = search.record().commits();
        runs.close();
        assertThat(commits).isEqualTo(expected);
        assertThat(search.record().commits()).hasSize(400);
    }

    @Test
    void anInterruptOfTheReaderDoesNoHarm() {
        Search<String> search = runs.words("run", 1);
        search.run(40);
        Thread.currentThread().interrupt();
        assertThat(search.record().commits().get(7).candidate().number()).isEqualTo(7);
        assertThat(Thread.interrupted()).isTrue();
        search.run(8);
        assertThat(search.record().commits()).hasSize(48);
    }
}

package dev.elm4j.environments.opinions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.journal.Journal;
import dev.elm4j.local.LocalModel;
import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.prompting.Crossover;
import dev.elm4j.search.Commit;
import dev.elm4j.search.Progress;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.RunReport;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import dev.elm4j.search.SearchListener;
import dev.elm4j.search.Setup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole main job on the tiny model: a real decoder writes and judges, and the journal is the same whatever happens. */
class OpinionsTinyTest {

    private static final int CANDIDATES = 80;

    private static LocalModel model;
    private static Opinions opinions;

    @TempDir
    Path home;

    @BeforeAll
    static void load() {
        model = LocalModel.tiny();
        opinions = Opinions.about("a restaurant meal", model);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void fillsHalfTheMapInTwoHundredCandidates() {
        var search = Search.of(opinions).operators(Crossover.lmx(model, 4)).seed(1);
        search.run(200);
        System.out.println("Tiny model: " + search.progress());
        assertThat(search.archive().size()).isGreaterThan(50);
    }

    @Test
    void theIdentityOfARunTellsHowTheModelRuns() {
        assertThat(opinions.version()).contains("tiny-opinions on cpu, ").contains(", 1 thread");
        assertThat(Crossover.lmx(model, 4).version())
                .contains("tiny-opinions on cpu, ")
                .contains("12-120 tokens");
    }

    @Test
    void theJournalHasTheSameBytesAtAnyNumberOfThreads() throws IOException {
        byte[] one = journal("one", opinions, model, 1);
        assertThat(journal("again", opinions, model, 1)).isEqualTo(one);
        assertThat(journal("two", opinions, model, 2)).isEqualTo(one);
        assertThat(journal("eight", opinions, model, 8)).isEqualTo(one);
    }

    @Test
    void aTornRunGoesOnToTheSameBytesOnAModelThatWasLoadedAnew() throws IOException {
        byte[] whole = journal("whole", opinions, model, 2);
        try (LocalModel other = LocalModel.tiny()) {
            for (int i = 0; i < 10; i++) { // as many kept prefixes as push the judges' own out
                other.logLikelihoods(List.of(new LikelihoodRequest(i + " prefix ", "body", List.of("a"))), () -> false);
            }
            Opinions again = Opinions.about("a restaurant meal", other);
            assertThat(again.calibration()).isEqualTo(opinions.calibration());
            for (int part = 1; part < 4; part++) {
                Path folder = Files.createDirectories(home.resolve("torn-" + part));
                byte[] torn = Arrays.copyOf(whole, whole.length * part / 4);
                Files.write(folder.resolve("journal.jsonl"), torn);
                assertThat(journal(folder.getFileName().toString(), again, other, 2))
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    @Timeout(120)
    void anInterruptStopsTheModelAndLeavesNoTrace() throws Exception {
        byte[] whole = journal("whole", opinions, model, 2);
        var search = search("interrupted", opinions, model, 2);
        for (int i = 0; i < 3; i++) {
            var committed = new CountDownLatch(1);
            search.listen(new SearchListener<String>() {
                @Override
                public void committed(List<Commit<String>> batch, Progress progress) {
                    committed.countDown();
                }
            });
            var report = new AtomicReference<RunReport>();
            var cell = new Thread(() -> report.set(search.run(10_000)));
            cell.start();
            committed.await();
            cell.interrupt();
            cell.join();
            assertThat(report.get().state()).isEqualTo(RunState.INTERRUPTED);
        }
        search.close();
        byte[] kept = Files.readAllBytes(home.resolve("interrupted").resolve("journal.jsonl"));
        int common = Math.min(kept.length, whole.length);
        assertThat(Arrays.copyOf(kept, common)).isEqualTo(Arrays.copyOf(whole, common));
        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("\"threw\"");
    }

    private byte[] journal(String name, Opinions environment, LocalModel writer, int threads) throws IOException {
        Search<String> search = search(name, environment, writer, threads);
        search.run(CANDIDATES - (int) search.progress().candidates());
        search.close();
        return Files.readAllBytes(home.resolve(name).resolve("journal.jsonl"));
    }

    private Search<String> search(String name, Opinions environment, LocalModel writer, int threads) {
        Path folder = home.resolve(name);
        RunOpener opener = new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int slots) {
                return new Run<>(setup, slots, Journal.open(folder, setup));
            }
        };
        return Search.of(environment, opener)
                .operators(Crossover.lmx(writer, 4))
                .batch(4)
                .window(8)
                .threads(threads)
                .seed(3);
    }
}

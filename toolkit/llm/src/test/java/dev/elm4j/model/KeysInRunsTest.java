package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.journal.Journal;
import dev.elm4j.model.MisbehavingServer.Manner;
import dev.elm4j.prompting.Crossover;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.Search;
import dev.elm4j.search.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of a run whose server repeats the key in every refusal. */
class KeysInRunsTest {

    private static final List<Manner> MANNERS = List.of(Manner.BUSY, Manner.BAD_REQUEST, Manner.WELL, Manner.DOWN);

    @TempDir
    private Path folder;

    @Test
    void noFileOfARunHoldsTheKey() throws IOException {
        try (var server = new MisbehavingServer(
                number -> number > 60 ? Manner.KEY_REFUSED : MANNERS.get(number % MANNERS.size()))) {
            var model = RemoteModels.openAiCompatible(server.endpoint("/v1").key("planted-4711-key"), "soup")
                    .waiting(new NoWaiting());
            var environment = Environment.of("soups", (String soup) -> Evaluation.of(1, soup.length()))
                    .measures(Axis.of("length", 0, 20))
                    .seeds("Hot soup.");
            Search<String> search = Search.of(environment, journals())
                    .operators(Crossover.lmx(model, 2))
                    .batch(1)
                    .name("keys");
            Throwable end = catchThrowable(() -> search.run(1_000));
            assertThat(end).hasMessageContaining("refuses the key");
            for (Throwable cause = end; cause != null; cause = cause.getCause()) {
                assertThat(cause.getMessage()).doesNotContain("planted");
            }
            assertThat(search.progress().candidates()).isGreaterThan(5);
            search.close();
        }
        try (var files = Files.walk(folder)) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(written).isNotEmpty();
            for (Path file : written) {
                assertThat(Files.readString(file)).doesNotContain("planted").doesNotContain("4711");
            }
        }
        assertThat(Files.readString(folder.resolve("keys").resolve("journal.jsonl")))
                .contains("[key]");
    }

    private RunOpener journals() {
        return new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return new Run<>(setup, threads, Journal.open(folder.resolve(setup.name()), setup));
            }
        };
    }
}

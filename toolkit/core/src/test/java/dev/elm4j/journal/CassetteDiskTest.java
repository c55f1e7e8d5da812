package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Streams.Step;
import dev.elm4j.environment.Usage;
import dev.elm4j.search.CallKey;
import dev.elm4j.search.Cassette;
import dev.elm4j.search.RecordedCall;
import dev.elm4j.search.Reply;
import dev.elm4j.search.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cassette on a disk that is full: nobody fails for it, and what was answered is written when there is room. */
class CassetteDiskTest {

    private static final int CANDIDATES = 24;

    @TempDir
    Path home;

    @AutoClose
    private CassetteRuns runs;

    @BeforeEach
    void openRuns() {
        runs = new CassetteRuns(home);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aCassetteThatCannotBeWrittenStopsTheRunAndFailsNobody(int threads) throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full)).as("this system has /dev/full").isTrue();
        runs.search("full").progress();
        runs.close();
        Files.createSymbolicLink(runs.cassette("full"), full);
        Search<String> search = runs.search("full").threads(threads);
        for (int i = 0; i < 2; i++) { // it says so as often as it is tried
            assertThatIllegalStateException()
                    .isThrownBy(() -> search.run(CANDIDATES))
                    .withMessageContaining("cassette.jsonl cannot be written")
                    .withMessageContaining("Make room");
        }
        assertThat(search.progress().candidates()).isZero();
        assertThat(runs.calls)
                .as("nobody is asked whose answer could not be kept")
                .hasValue(0);
        Files.delete(runs.cassette("full"));
        closeFull();
        runs.search("full").run(CANDIDATES);
        runs.search("whole").run(CANDIDATES);
        assertThat(runs.folders.journal("full")).isEqualTo(runs.folders.journal("whole"));
    }

    private void closeFull() {
        try {
            runs.close();
        } catch (RuntimeException notWritten) {
            assertThat(notWritten).hasMessageContaining("could not be closed in order");
        }
    }

    /** A disk that is full when an answer comes, and has room again later. */
    @Test
    void anAnswerThatFoundNoRoomIsWrittenWhenThereIsSome() throws IOException {
        Path small = home.resolve("small");
        try (var disks = new SmallDisks()) {
            disks.mount(small, "size=16k");
            recordWithoutRoom(small, disks);
        }
    }

    private static void recordWithoutRoom(Path small, SmallDisks disks) throws IOException {
        try (var cassette = new Cassettes(small).open(Cassette.RECORDING, "run")) {
            Files.write(small.resolve("stuff"), new byte[8_000]);
            long attempt = cassette.begin(new Usage(1, 10, 10));
            var key = new CallKey(Step.PROPOSE, 0, 0);
            JsonNode request = Json.MAPPER.valueToTree("a".repeat(12_000));
            var used = new Usage(1, 10, 3);
            var call = new RecordedCall(key, "text", request, new Reply.Answered(request), used);
            cassette.settle(attempt, used);
            assertThat(catchThrowable(() -> cassette.record(List.of(call))))
                    .hasMessageContaining("No space left")
                    .hasMessageContaining("kept in memory");
            assertThat(cassette.find(key, "text", request)).isEmpty();
            disks.remount(small, "size=1m");
            assertThat(cassette.find(key, "text", request)).isPresent();
            assertThat(cassette.spent()).isEqualTo(used);
            var lines = new ArrayList<String>(Files.readAllLines(small.resolve("cassette.jsonl")));
            assertThat(lines).hasSize(4).allSatisfy(line -> assertThat(line).endsWith("}"));
        }
    }
}

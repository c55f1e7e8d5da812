package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.environment.Streams.Step;
import dev.elm4j.environment.TextExchange;
import dev.elm4j.environment.Usage;
import dev.elm4j.search.Budget;
import dev.elm4j.search.CallKey;
import dev.elm4j.search.Cassette;
import dev.elm4j.search.RecordedCall;
import dev.elm4j.search.Reply;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one session leaves in a cassette, and what the next makes of it. */
class CassetteSessionsTest {

    @TempDir
    Path home;

    @AutoClose
    private CassetteRuns runs;

    @BeforeEach
    void openRuns() {
        runs = new CassetteRuns(home);
    }

    @Test
    void anAttemptThatWasNeverSettledCountsInFullInTheNextSession() throws IOException {
        var worst = new Usage(1, 10, 20, 5);
        Files.createDirectories(home.resolve("money"));
        try (var cassette = new Cassettes(home.resolve("money")).open(Cassette.RECORDING, "run")) {
            cassette.settle(cassette.begin(worst), new Usage(1, 2, 3, 1));
            cassette.begin(worst);
        }
        try (var again = new Cassettes(home.resolve("money")).open(Cassette.RECORDING, "run")) {
            again.load(0);
            assertThat(again.spent()).isEqualTo(new Usage(2, 12, 23, 6));
            assertThat(again.begin(worst)).isEqualTo(2);
        }
    }

    @Test
    void whatTheRunHasSpentAndTheFileLacksIsWrittenAheadOfTheFirstLine() throws IOException {
        var worst = new Usage(1, 10, 20, 5);
        Path folder = Files.createDirectories(home.resolve("lacking"));
        try (var cassette = new Cassettes(folder).open(Cassette.RECORDING, "run")) {
            cassette.carry(new Usage(3, 30, 40, 9));
            assertThat(cassette.spent()).isEqualTo(new Usage(3, 30, 40, 9));
            assertThat(folder.resolve("cassette.jsonl")).doesNotExist();
            cassette.settle(cassette.begin(worst), new Usage(1, 10, 2, 1));
        }
        try (var again = new Cassettes(folder).open(Cassette.RECORDING, "run")) {
            again.load(0);
            assertThat(again.spent()).isEqualTo(new Usage(4, 40, 42, 10));
            again.carry(new Usage(4, 45, 0, 10)); // each quantity by itself
            assertThat(again.spent()).isEqualTo(new Usage(4, 45, 42, 10));
            JsonNode text = Json.MAPPER.valueToTree("text");
            var key = new CallKey(Step.PROPOSE, 0, 0);
            again.copy(List.of(new RecordedCall(key, "text", text, new Reply.Answered(text), worst)));
        }
        try (var last = new Cassettes(folder).open(Cassette.RECORDING, "run")) {
            last.load(0);
            assertThat(last.spent()).isEqualTo(new Usage(5, 55, 62, 15));
        }
    }

    /** Two of the calls belong to no committed candidate: neither the journal nor the old cassette knows them. */
    @Test
    void aCapHoldsOverAllSessionsWhenTheCassetteIsMovedAwayBetweenThem() throws IOException {
        moved(Integer.MAX_VALUE).run(8);
        runs.close();
        int first = runs.calls.get();
        Files.delete(runs.cassette("moved"));
        assertThat(catchThrowable(() -> moved(first + 2).run(8))).hasMessageContaining("not there");
        runs.close();
        assertThat(moved(Integer.MAX_VALUE).run(1_000).state()).isEqualTo(RunState.BUDGET_SPENT);
        assertThat(runs.calls.get()).isGreaterThan(first + 2).isLessThanOrEqualTo(60);
    }

    /** A run of at most 60 calls; its model is not there after so many. */
    private Search<String> moved(int last) {
        UnaryOperator<String> model = request -> {
            if (runs.calls.get() >= last) {
                throw new ModelUnavailable("The model is not there.");
            }
            runs.calls.incrementAndGet();
            return Asking.alike(request);
        };
        var asking = new Asking(model, TextExchange.ONE_BY_ONE, "Please");
        return Search.of(asking.environment(), runs.folders)
                .operators(asking.operator())
                .batch(4)
                .seed(11)
                .budget(Budget.unlimited().calls(60))
                .name("moved");
    }

    /** Somebody's code that an interrupt does not stop comes back when the run is open anew. */
    @Test
    void afterItsEndACassetteTouchesNoFile() throws IOException {
        var worst = new Usage(1, 10, 20);
        JsonNode text = Json.MAPPER.valueToTree("text");
        var call =
                new RecordedCall(new CallKey(Step.PROPOSE, 0, 0), "text", text, new Reply.Answered(text), Usage.NONE);
        Path folder = Files.createDirectories(home.resolve("late"));
        RunCassette late = new Cassettes(folder).open(Cassette.RECORDING, "run");
        try (late) {
            late.begin(worst);
        }
        try (var again = new Cassettes(folder).open(Cassette.RECORDING, "run")) {
            again.load(0);
            again.record(List.of(call));
            String written = Files.readString(folder.resolve("cassette.jsonl"));
            late.settle(0, Usage.NONE);
            assertThat(catchThrowable(() -> late.begin(worst))).isInstanceOf(CancellationException.class);
            assertThat(catchThrowable(() -> late.record(List.of(call)))).isInstanceOf(CancellationException.class);
            late.close();
            assertThat(folder.resolve("cassette.jsonl")).hasContent(written);
        }
    }

    @Test
    void anAppenderThatIsClosedCutsNothing() throws IOException {
        Path file = home.resolve("lines");
        var closed = new Appender(file, 0);
        closed.close();
        Files.writeString(file, "of another");
        assertThatIOException().isThrownBy(() -> closed.append(new byte[1]));
        assertThat(file).hasContent("of another");
    }

    @Test
    void whatThrewIsAskedAgainInTheSameSessionAsInTheNext() throws IOException {
        var key = new CallKey(Step.PROPOSE, 0, 0);
        JsonNode text = Json.MAPPER.valueToTree("text");
        var threw = new RecordedCall(key, "text", text, new Reply.Threw("out of order"), Usage.NONE);
        Path folder = Files.createDirectories(home.resolve("threw"));
        try (var cassette = new Cassettes(folder).open(Cassette.RECORDING, "run")) {
            cassette.record(List.of(threw));
            assertThat(cassette.find(key, "text", text)).isEmpty();
        }
        try (var again = new Cassettes(folder).open(Cassette.RECORDING, "run")) {
            again.load(0);
            assertThat(again.find(key, "text", text)).isEmpty();
            again.copy(List.of(threw));
            assertThat(again.find(key, "text", text)).isPresent();
        }
    }
}

package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.environment.Streams.Step;
import dev.elm4j.environment.TextExchange;
import dev.elm4j.environment.TextForm;
import dev.elm4j.environment.Usage;
import dev.elm4j.search.Budget;
import dev.elm4j.search.CallKey;
import dev.elm4j.search.Cassette;
import dev.elm4j.search.RecordedCall;
import dev.elm4j.search.Reply;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a cassette, torn, damaged, of another kind, and on a disk that is full: a sentence, and nothing is lost. */
class CassetteFileTest {

    private static final int CANDIDATES = 24;

    @TempDir
    Path home;

    private final AtomicInteger calls = new AtomicInteger();
    private final Set<String> asked = new HashSet<>();
    private RunFolders runs;

    @BeforeEach
    void openRuns() {
        runs = new RunFolders(home);
    }

    @AfterEach
    void closeRuns() {
        runs.close();
    }

    private Search<String> search(String name) {
        return search(name, TextExchange.TOGETHER);
    }

    private Search<String> search(String name, Exchange<UnaryOperator<String>, String, String> exchange) {
        UnaryOperator<String> model = request -> {
            asked.add(request);
            return Asking.alike(request);
        };
        var asking = new Asking(Asking.counted(calls, model), exchange, "Please");
        return Search.of(asking.environment(), runs)
                .operators(asking.operator())
                .batch(4)
                .window(2)
                .seed(11)
                .name(name);
    }

    private Path cassette(String name) {
        return runs.folder(name).resolve("cassette.jsonl");
    }

    private byte[] finished(String name) throws IOException {
        search(name).run(CANDIDATES);
        runs.close();
        calls.set(0);
        asked.clear();
        return Files.readAllBytes(cassette(name));
    }

    private static Set<String> requests(byte[] cassette) {
        var requests = new HashSet<String>();
        for (String line : new String(cassette, StandardCharsets.UTF_8).split("\n")) {
            JsonNode json = Json.object(line.getBytes(StandardCharsets.UTF_8), 0, line.length());
            if (json.has("answer")) {
                requests.add(json.get("request").asText());
            }
        }
        return requests;
    }

    private void copy(byte[] journal, byte[] cassette, String name) throws IOException {
        runs.copy(journal, journal.length, name);
        Files.write(cassette(name), cassette);
    }

    @Test
    void tornAnywhereNoRecordedAnswerIsAskedForAgain() throws IOException {
        byte[] whole = finished("whole");
        byte[] journal = runs.journal("whole");
        byte[] begun = Arrays.copyOf(journal, new String(journal, StandardCharsets.ISO_8859_1).indexOf('\n') + 1);
        int all = requests(whole).size();
        var random = new SplittableRandom(20261128);
        for (int i = 0; i < 60; i++) {
            int length = i < 20 ? 3 * i : random.nextInt(whole.length + 1);
            copy(begun, Arrays.copyOf(whole, length), "torn");
            byte[] kept = lastGroup(whole, length);
            calls.set(0);
            asked.clear();
            Search<String> search = search("torn");
            search.run(CANDIDATES);
            assertThat(Files.readString(runs.file("torn")))
                    .as("torn after %d bytes", length)
                    .isEqualTo(new String(journal, StandardCharsets.UTF_8));
            Set<String> recorded = kept.length == 0 ? Set.of() : requests(kept);
            assertThat(asked).filteredOn(recorded::contains).isEmpty();
            assertThat(calls).hasValue(all - recorded.size());
            runs.close();
            assertThat(Files.readString(cassette("torn"))).startsWith(new String(kept, StandardCharsets.UTF_8));
        }
    }

    /** Up to the last line that counts: not into lines that belong together. */
    private static byte[] lastGroup(byte[] whole, int length) {
        int end = 0;
        int left = 0;
        int at = 0;
        for (int i = 0; i < length; i++) {
            if (whole[i] == '\n') {
                int together = CallLine.manner(Json.object(whole, at, i - at)).together();
                left = left == 0 ? together - 1 : left - 1;
                end = left == 0 ? i + 1 : end;
                at = i + 1;
            }
        }
        return Arrays.copyOf(whole, end);
    }

    @Test
    void aDamagedLineIsSaidAndNothingIsChanged() throws IOException {
        byte[] whole = finished("run");
        byte[] journal = runs.journal("run");
        String text = new String(whole, StandardCharsets.UTF_8);
        for (String damage : List.of(
                text.replaceFirst("\"attempt\":1", "\"attempt\""),
                text.replaceFirst("\"worst\":\\[[^]]*]", "\"best\":[1]"),
                text.replaceFirst("\"hash\":\"", "\"hash\":\"x"),
                text.replaceFirst("\"call\":\"[a-z]*", "\"call\":\"guess"),
                text.replaceFirst("\"together\":4", "\"together\":3"))) {
            assertThat(damage).isNotEqualTo(text);
            copy(journal, damage.getBytes(StandardCharsets.UTF_8), "damaged");
            assertThatIllegalStateException()
                    .isThrownBy(() -> search("damaged").progress())
                    .withMessageContaining("cassette.jsonl is damaged: ")
                    .withMessageContaining("Nothing was changed")
                    .withMessageContaining("move it away");
            assertThat(Files.readString(cassette("damaged"))).isEqualTo(damage);
            assertThat(runs.journal("damaged")).isEqualTo(journal);
            if (damage.contains("best")) {
                continue; // what another run paid is of no interest
            }
            assertThatIllegalStateException()
                    .isThrownBy(() -> search("replay")
                            .cassette(Cassette.replay(runs.folder("damaged")))
                            .progress())
                    .withMessageContaining("cassette.jsonl is damaged: ")
                    .withMessageContaining(".cassette(...)");
        }
    }

    @Test
    void anAnswerThatIsDamagedStopsTheRunWhenItIsWanted() throws IOException {
        byte[] whole = finished("run");
        String text = new String(whole, StandardCharsets.UTF_8).replaceAll("\"answer\":\"", "\"answer\":");
        Files.writeString(cassette("run"), text);
        Search<String> replay = search("replay").cassette(Cassette.replay(runs.folder("run")));
        assertThatIllegalStateException()
                .isThrownBy(() -> replay.run(CANDIDATES))
                .withMessageContaining("cannot be read from")
                .withMessageContaining("the line at byte")
                .withMessageContaining("the model is asked again");
        assertThat(replay.progress().candidates()).isZero();
        assertThat(calls).hasValue(0);
    }

    @Test
    void anAnswerThatTheExchangeCannotReadStopsTheRun() throws IOException {
        finished("run");
        Search<String> replay = search("replay", new Unreadable()).cassette(Cassette.replay(runs.folder("run")));
        assertThatIllegalStateException()
                .isThrownBy(() -> replay.run(CANDIDATES))
                .withMessageContaining("The recorded answer of call 'propose 3.0' (text) cannot be read")
                .withMessageContaining("no such letters");
        assertThat(replay.progress().candidates()).isZero();
        assertThat(calls).hasValue(0);
        runs.close();
        assertThat(search("replay").run(CANDIDATES).state()).isEqualTo(RunState.DONE);
        assertThat(calls.get()).as("what was copied is not asked again").isPositive();
    }

    /** Writes answers, but cannot read them. */
    private record Unreadable() implements TextForm {

        @Override
        public String decode(JsonNode answer) {
            throw new IllegalArgumentException("no such letters");
        }
    }

    @Test
    void filesOfAnotherKindAreRefused() throws IOException {
        byte[] whole = finished("run");
        String text = new String(whole, StandardCharsets.UTF_8);
        byte[] journal = runs.journal("run");
        copy(journal, "my notes\n".getBytes(StandardCharsets.UTF_8), "notes");
        refused("notes", "is not a cassette");
        copy(new byte[0], "my notes\n".getBytes(StandardCharsets.UTF_8), "notes");
        refused("notes", "is not a cassette");
        assertThat(cassette("notes")).hasContent("my notes");
        copy(journal, text.replaceFirst("\"schema\":1", "\"schema\":9").getBytes(StandardCharsets.UTF_8), "newer");
        refused("newer", "is of schema 9, but this version reads schema 1");
        copy(journal, text.replaceFirst("\"run\":\"", "\"run\":\"0").getBytes(StandardCharsets.UTF_8), "other");
        refused("other", "is the cassette of another run");
        assertThatIllegalStateException()
                .isThrownBy(() -> search("new")
                        .cassette(Cassette.replay(home.resolve("nowhere")))
                        .progress())
                .withMessageContaining("There is no cassette")
                .withMessageContaining("nowhere");
        Files.createDirectories(home.resolve("empty"));
        assertThatIllegalStateException()
                .isThrownBy(() -> search("new")
                        .cassette(Cassette.offline(home.resolve("empty")))
                        .progress())
                .withMessageContaining("has no cassette.jsonl");
    }

    private void refused(String name, String why) {
        assertThatIllegalStateException()
                .isThrownBy(() -> search(name).progress())
                .withMessageContaining(why)
                .withMessageContaining("Nothing was changed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aCassetteThatCannotBeWrittenStopsTheRunAndFailsNobody(int threads) throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full)).as("this system has /dev/full").isTrue();
        search("full").progress();
        runs.close();
        Files.createSymbolicLink(cassette("full"), full);
        Search<String> search = search("full").threads(threads);
        for (int i = 0; i < 2; i++) { // it says so as often as it is tried
            assertThatIllegalStateException()
                    .isThrownBy(() -> search.run(CANDIDATES))
                    .withMessageContaining("cassette.jsonl cannot be written")
                    .withMessageContaining("Make room");
        }
        assertThat(search.progress().candidates()).isZero();
        assertThat(calls).as("nobody is asked whose answer could not be kept").hasValue(0);
        Files.delete(cassette("full"));
        closeFull();
        search("full").run(CANDIDATES);
        search("whole").run(CANDIDATES);
        assertThat(runs.journal("full")).isEqualTo(runs.journal("whole"));
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
    void anAnswerThatFoundNoRoomIsWrittenWhenThereIsSome() throws Exception {
        Path small = home.resolve("small");
        Files.createDirectories(small);
        assumeThat(command("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", small.toString()))
                .as("this user may mount a small disk")
                .isTrue();
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
            command("mount", "-o", "remount,size=1m", small.toString());
            assertThat(cassette.find(key, "text", request)).isPresent();
            assertThat(cassette.spent()).isEqualTo(used);
            var lines = new ArrayList<String>(Files.readAllLines(small.resolve("cassette.jsonl")));
            assertThat(lines).hasSize(4).allSatisfy(line -> assertThat(line).endsWith("}"));
        } finally {
            command("umount", "-l", small.toString());
        }
    }

    private static boolean command(String... words) throws Exception {
        try {
            return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
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
        int first = calls.get();
        Files.delete(cassette("moved"));
        assertThat(catchThrowable(() -> moved(first + 2).run(8))).hasMessageContaining("not there");
        runs.close();
        assertThat(moved(Integer.MAX_VALUE).run(1_000).state()).isEqualTo(RunState.BUDGET_SPENT);
        assertThat(calls.get()).isGreaterThan(first + 2).isLessThanOrEqualTo(60);
    }

    /** A run of at most 60 calls; its model is not there after so many. */
    private Search<String> moved(int last) {
        UnaryOperator<String> model = request -> {
            if (calls.get() >= last) {
                throw new ModelUnavailable("The model is not there.");
            }
            calls.incrementAndGet();
            return Asking.alike(request);
        };
        var asking = new Asking(model, TextExchange.ONE_BY_ONE, "Please");
        return Search.of(asking.environment(), runs)
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

    @Test
    void aKeyIsReadBackAndNothingElseIs() {
        for (String text : List.of(
                "propose 12.0", "evaluate 0.3", "reevaluate 1099511627788.0", "reevaluate 9223372036854775807.0")) {
            assertThat(CallKey.of(text)).hasToString(text);
        }
        for (String text : List.of(
                "",
                "propose",
                "propose 1",
                "guess 1.0",
                "propose 1.0 ",
                "propose 9999999999999999999.0",
                "propose 99999999999999999999.0")) {
            assertThatIllegalArgumentException().isThrownBy(() -> CallKey.of(text));
        }
    }
}

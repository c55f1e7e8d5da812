package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.TextForm;
import dev.elm4j.search.Cassette;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a cassette that is torn, damaged, or of another kind: a sentence, and nothing is lost. */
class CassetteFileTest {

    private static final int CANDIDATES = 24;

    @TempDir
    Path home;

    @AutoClose
    private CassetteRuns runs;

    @BeforeEach
    void openRuns() {
        runs = new CassetteRuns(home);
    }

    private byte[] finished(String name) throws IOException {
        runs.search(name).run(CANDIDATES);
        runs.close();
        runs.calls.set(0);
        runs.asked.clear();
        return Files.readAllBytes(runs.cassette(name));
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

    @Test
    void tornAnywhereNoRecordedAnswerIsAskedForAgain() throws IOException {
        byte[] whole = finished("whole");
        byte[] journal = runs.folders.journal("whole");
        byte[] begun = Arrays.copyOf(journal, new String(journal, StandardCharsets.ISO_8859_1).indexOf('\n') + 1);
        int all = requests(whole).size();
        var random = new SplittableRandom(20261128);
        for (int i = 0; i < 60; i++) {
            int length = i < 20 ? 3 * i : random.nextInt(whole.length + 1);
            runs.copy(begun, Arrays.copyOf(whole, length), "torn");
            byte[] kept = lastGroup(whole, length);
            runs.calls.set(0);
            runs.asked.clear();
            Search<String> search = runs.search("torn");
            search.run(CANDIDATES);
            assertThat(Files.readString(runs.folders.file("torn")))
                    .as("torn after %d bytes", length)
                    .isEqualTo(new String(journal, StandardCharsets.UTF_8));
            Set<String> recorded = kept.length == 0 ? Set.of() : requests(kept);
            assertThat(runs.asked).filteredOn(recorded::contains).isEmpty();
            assertThat(runs.calls).hasValue(all - recorded.size());
            runs.close();
            assertThat(Files.readString(runs.cassette("torn"))).startsWith(new String(kept, StandardCharsets.UTF_8));
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
        byte[] journal = runs.folders.journal("run");
        String text = new String(whole, StandardCharsets.UTF_8);
        for (String damage : List.of(
                text.replaceFirst("\"attempt\":1", "\"attempt\""),
                text.replaceFirst("\"worst\":\\[[^]]*]", "\"best\":[1]"),
                text.replaceFirst("\"hash\":\"", "\"hash\":\"x"),
                text.replaceFirst("\"call\":\"[a-z]*", "\"call\":\"guess"),
                text.replaceFirst("\"together\":4", "\"together\":3"))) {
            assertThat(damage).isNotEqualTo(text);
            runs.copy(journal, damage.getBytes(StandardCharsets.UTF_8), "damaged");
            assertThatIllegalStateException()
                    .isThrownBy(() -> runs.search("damaged").progress())
                    .withMessageContaining("cassette.jsonl is damaged: ")
                    .withMessageContaining("Nothing was changed")
                    .withMessageContaining("move it away");
            assertThat(Files.readString(runs.cassette("damaged"))).isEqualTo(damage);
            assertThat(runs.folders.journal("damaged")).isEqualTo(journal);
            if (damage.contains("best")) {
                continue; // what another run paid is of no interest
            }
            assertThatIllegalStateException()
                    .isThrownBy(() -> runs.search("replay")
                            .cassette(Cassette.replay(runs.folders.folder("damaged")))
                            .progress())
                    .withMessageContaining("cassette.jsonl is damaged: ")
                    .withMessageContaining(".cassette(...)");
        }
    }

    @Test
    void anAnswerThatIsDamagedStopsTheRunWhenItIsWanted() throws IOException {
        byte[] whole = finished("run");
        String text = new String(whole, StandardCharsets.UTF_8).replaceAll("\"answer\":\"", "\"answer\":");
        Files.writeString(runs.cassette("run"), text);
        Search<String> replay = runs.search("replay").cassette(Cassette.replay(runs.folders.folder("run")));
        assertThatIllegalStateException()
                .isThrownBy(() -> replay.run(CANDIDATES))
                .withMessageContaining("cannot be read from")
                .withMessageContaining("the line at byte")
                .withMessageContaining("the model is asked again");
        assertThat(replay.progress().candidates()).isZero();
        assertThat(runs.calls).hasValue(0);
    }

    @Test
    void anAnswerThatTheExchangeCannotReadStopsTheRun() throws IOException {
        finished("run");
        Search<String> replay =
                runs.search("replay", new Unreadable()).cassette(Cassette.replay(runs.folders.folder("run")));
        assertThatIllegalStateException()
                .isThrownBy(() -> replay.run(CANDIDATES))
                .withMessageContaining("The recorded answer of call 'propose 3.0' (text) cannot be read")
                .withMessageContaining("no such letters");
        assertThat(replay.progress().candidates()).isZero();
        assertThat(runs.calls).hasValue(0);
        runs.close();
        assertThat(runs.search("replay").run(CANDIDATES).state()).isEqualTo(RunState.DONE);
        assertThat(runs.calls.get()).as("what was copied is not asked again").isPositive();
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
        byte[] journal = runs.folders.journal("run");
        runs.copy(journal, "my notes\n".getBytes(StandardCharsets.UTF_8), "notes");
        refused("notes", "is not a cassette");
        runs.copy(new byte[0], "my notes\n".getBytes(StandardCharsets.UTF_8), "notes");
        refused("notes", "is not a cassette");
        assertThat(runs.cassette("notes")).hasContent("my notes");
        runs.copy(journal, text.replaceFirst("\"schema\":1", "\"schema\":9").getBytes(StandardCharsets.UTF_8), "newer");
        refused("newer", "is of schema 9, but this version reads schema 1");
        runs.copy(journal, text.replaceFirst("\"run\":\"", "\"run\":\"0").getBytes(StandardCharsets.UTF_8), "other");
        refused("other", "is the cassette of another run");
        assertThatIllegalStateException()
                .isThrownBy(() -> runs.search("new")
                        .cassette(Cassette.replay(home.resolve("nowhere")))
                        .progress())
                .withMessageContaining("There is no cassette")
                .withMessageContaining("nowhere");
        Files.createDirectories(home.resolve("empty"));
        assertThatIllegalStateException()
                .isThrownBy(() -> runs.search("new")
                        .cassette(Cassette.offline(home.resolve("empty")))
                        .progress())
                .withMessageContaining("has no cassette.jsonl");
    }

    private void refused(String name, String why) {
        assertThatIllegalStateException()
                .isThrownBy(() -> runs.search(name).progress())
                .withMessageContaining(why)
                .withMessageContaining("Nothing was changed");
    }
}

package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Measures;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Score;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.Candidate;
import dev.elm4j.search.Candidates;
import dev.elm4j.search.Commit;
import dev.elm4j.search.CommittedBatch;
import dev.elm4j.search.Evaluations;
import dev.elm4j.search.FinishedBatch;
import dev.elm4j.search.Injection;
import dev.elm4j.search.Origin;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.Setup;
import dev.elm4j.search.TestRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that wait for an earlier batch survive the process, and nothing that is wrong with their file stops a run. */
class FinishedTest {

    @TempDir
    Path folder;

    private final Setup<String> setup =
            TestRuns.search(RunOpener.inMemory(), false, 1).setup();
    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("finished.jsonl");
    }

    private Kept<String> kept() {
        return kept(setup, 8 << 20);
    }

    private Kept<String> kept(Setup<String> setup, long limit) {
        return new Kept<>(file, setup, Header.of(setup), limit);
    }

    private FinishedBatch<String> batch(long number) {
        var random = new SplittableRandom(number);
        double[] numbers = {random.nextDouble(), -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1e300};
        var candidates = new ArrayList<Candidate<String>>();
        var evaluations = new ArrayList<Evaluation>();
        var proposing = new ArrayList<Usage>();
        var evaluating = new ArrayList<Usage>();
        for (int i = 0; i < 4; i++) {
            long at = 4 * number + i;
            var failure = new Failure("kind " + i, "because \"" + i + "\"\n\ud83d\ude00 half \ud83d");
            Proposal<String> proposal = i == 3 ? Proposal.failed(failure) : Proposal.of("solution " + at);
            Optional<Injection> by = i == 0 ? Optional.of(new Injection("Ada", "why")) : Optional.empty();
            candidates.add(
                    new Candidate<>(at, number, "edits", List.of(1L, at), proposal.asked("prompt " + i, "answer"), by));
            evaluations.add(
                    i >= 2 ? failure : new Score(numbers[random.nextInt(6)], Measures.of(numbers), Map.of("a", "b")));
            proposing.add(new Usage(1, at, 2, 1_000_000_007L * i));
            evaluating.add(i == 3 ? Usage.NONE : new Usage(2, 3, 4, 5));
        }
        return new FinishedBatch<>(
                new Candidates<>(number, candidates, proposing),
                new Evaluations(
                        number, evaluations, evaluating, setup.tessellation().axes()));
    }

    @Test
    void whatIsKeptComesBackExactly() {
        Kept<String> kept = kept();
        for (long number : List.of(3L, 9L, 4L)) {
            kept.keep(batch(number));
        }
        assertThat(kept().restore(2)).containsExactly(batch(3), batch(4), batch(9));
        assertThat(kept().restore(4)).containsExactly(batch(4), batch(9));
        assertThat(kept().message()).isEmpty();
    }

    /** Whoever takes the journal away to begin anew must not get answers of the run that is gone. */
    @Test
    void resultsBesideAJournalThatIsGoneAreForgotten() throws IOException {
        kept().keep(batch(3));
        try (Journal<String> journal = Journal.open(folder, setup)) {
            journal.replay(event -> {});
            assertThat(journal.kept()).isEmpty();
            assertThat(journal.message()).isEmpty();
        }
        assertThat(kept().restore(0)).isEmpty();
        Files.writeString(file, "somebody's own file");
        Files.delete(folder.resolve("journal.jsonl"));
        try (Journal<String> journal = Journal.open(folder, setup)) {
            journal.replay(event -> {});
            assertThat(journal.kept()).isEmpty();
        }
        assertThat(file).hasContent("somebody's own file");
    }

    @Test
    void theLastWordUnderANumberCounts() {
        Kept<String> kept = kept();
        FinishedBatch<String> other = batch(7);
        kept.keep(new FinishedBatch<>(
                new Candidates<>(
                        7, batch(6).candidates().list(), other.candidates().usage()),
                other.evaluations()));
        kept.keep(other);
        assertThat(kept().restore(0)).containsExactly(other);
    }

    @Test
    void theFileIsEmptiedWhenNothingWaits() throws IOException {
        Kept<String> kept = kept();
        kept.keep(batch(1));
        kept.keep(batch(2));
        kept.committed(1);
        assertThat(file).isNotEmptyFile();
        kept.committed(2);
        assertThat(file).isEmptyFile();
        kept.keep(batch(4));
        assertThat(kept().restore(3)).containsExactly(batch(4));
        assertThat(kept().restore(5)).isEmpty();
        assertThat(file).isEmptyFile();
    }

    @Test
    void theFileStaysSmallWhenSomethingAlwaysWaits() throws IOException {
        long limit = 20_000;
        Kept<String> kept = kept(setup, limit);
        long line = 0;
        for (int number = 1; number <= 200; number++) {
            kept.keep(batch(number));
            line = Math.max(
                    line,
                    Json.line(FinishedLine.of(batch(number), setup.environment().codec())).length);
            kept.committed(number - 1);
            assertThat(Files.size(file)).isLessThan(limit + 2 * line);
        }
        assertThat(kept().restore(200)).containsExactly(batch(200));
    }

    @Test
    void aTornEndOrADamagedLineCostsOnlyItsOwnBatch() throws IOException {
        Kept<String> kept = kept();
        for (int number = 1; number <= 3; number++) {
            kept.keep(batch(number));
        }
        List<String> lines = Files.readAllLines(file);
        Files.writeString(
                file, String.join("\n", lines.get(0), lines.get(1), "{\"damaged", lines.get(3), "{\"batch\":4,\"torn"));
        Kept<String> again = kept();
        assertThat(again.restore(0)).containsExactly(batch(1), batch(3));
        assertThat(again.message()).contains("1 lines").contains("worked out again");
        again.keep(batch(5));
        assertThat(kept().restore(0)).containsExactly(batch(1), batch(3), batch(5));
    }

    @Test
    void resultsTornAnywhereAreNeverWrong() throws IOException {
        Kept<String> kept = kept();
        kept.keep(batch(1));
        kept.keep(batch(2));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length <= whole.length; length += 7) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            Kept<String> torn = kept();
            List<FinishedBatch<String>> restored = torn.restore(0);
            assertThat(restored).isSubsetOf(batch(1), batch(2));
            torn.keep(batch(3));
            assertThat(kept().restore(0)).hasSize(restored.size() + 1).contains(batch(3));
        }
    }

    @Test
    void resultsOfAnotherRunAreNotTaken() {
        kept().keep(batch(1));
        Setup<String> other =
                TestRuns.search(RunOpener.inMemory(), false, 1).seed(8).setup();
        assertThat(kept(other, 100).restore(0)).isEmpty();
    }

    @Test
    void aFileOfAnotherKindIsLeftAlone() throws IOException {
        for (String text : List.of("my notes\n", "{\"mine\":1}\n", "no line feed")) {
            Files.writeString(file, text);
            Kept<String> kept = kept();
            assertThat(kept.restore(0)).isEmpty();
            kept.keep(batch(1));
            kept.committed(1);
            assertThat(file).hasContent(text.strip());
            assertThat(kept.message()).contains("stays as it is");
        }
    }

    @Test
    void aJournalGivesBackOnlyWhatItDoesNotHold() {
        var commits = List.of(new Commit<>(
                new Candidate<>(0, 0, "seed", List.of(), Proposal.<String>failed(new Failure("a", "b"))),
                new Failure("a", "b"),
                Usage.NONE,
                Optional.empty()));
        try (var journal = Journal.open(folder, setup)) {
            journal.replay(event -> {});
            journal.keep(batch(0));
            journal.keep(batch(1));
            journal.record(new CommittedBatch<>(0, Origin.RUN, commits, List.of(Optional.empty())));
        }
        try (var journal = Journal.open(folder, setup)) {
            journal.replay(event -> {});
            assertThat(journal.kept()).containsExactly(batch(1));
        }
    }

    @Test
    void aBatchThatTheCodecCannotWriteIsNotKept() {
        var silent = Environment.of("words", (String s) -> Evaluation.of(1, 1, 1))
                .measures(Axis.of("length", 0, 40), Axis.of("first letter", 'a', 'z'))
                .seeds("a")
                .codec(dev.elm4j.environment.Codec.of(
                        s -> {
                            if (s.startsWith("solution")) {
                                throw new IllegalStateException("no words");
                            }
                            return dev.elm4j.environment.Codec.string().encode(s);
                        },
                        json -> json.asText()));
        var search = dev.elm4j.search.Search.of(silent).operators(TestRuns.edits(false));
        Kept<String> kept = new Kept<>(file, search.setup(), Header.of(search.setup()), 100);
        kept.keep(batch(1));
        kept.committed(0);
        assertThat(file).doesNotExist();
        assertThat(kept.message()).isEmpty();
    }
}

package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Context;
import dev.elm4j.operator.Letters;
import dev.elm4j.operator.Mixture;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.operator.Selection;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.Search;
import dev.elm4j.search.Setup;
import dev.elm4j.search.Strategy;
import dev.elm4j.search.TestRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process in the middle of a run, at random moments, and lets another one go on: four threads, a window of eight,
 * operators of random slowness, failures; every other time with deep cells and UCB1. Where {@code ELM4J_LONG} is set, the
 * long form: 200 kills.
 */
class KillTest {

    private static final int CANDIDATES = 1_200;
    private static final String PROPOSED = "proposed.txt";

    @TempDir
    Path home;

    @Test
    void aKilledRunResumesToTheBytesOfTheUninterruptedOneAndDoesNoFinishedWorkAgain() throws Exception {
        List<byte[]> wholes = List.of(whole("plain"), whole("deep"));
        int kills = System.getenv("ELM4J_LONG") == null ? 8 : 200;
        int most = 10 * kills; // when a kill meets what is a matter of the machine
        var random = new SplittableRandom(20261104);
        int midRun = 0;
        int spared = 0;
        for (int i = 0; i < kills || (midRun == 0 || spared == 0) && i < most; i++) {
            String kind = i % 2 == 0 ? "plain" : "deep";
            byte[] whole = wholes.get(i % 2);
            Path folder = home.resolve(kind + "-" + i);
            Process child = child(folder, kind);
            awaitFirstBatch(child, folder);
            boolean ended = child.waitFor(random.nextInt(500_000), TimeUnit.MICROSECONDS);
            child.destroyForcibly().waitFor();
            midRun += ended ? 0 : 1;
            byte[] left = journal(folder);
            Set<Long> finished = finished(folder, left);
            Files.deleteIfExists(folder.resolve(PROPOSED));
            run(folder, kind);
            assertThat(journal(folder))
                    .as("%s killed after %d bytes", folder.getFileName(), left.length)
                    .isEqualTo(whole);
            assertThat(whole).startsWith(Arrays.copyOf(left, lastLineFeed(left)));
            assertThat(proposed(folder)).filteredOn(finished::contains).isEmpty();
            assertThat(folder.resolve("finished.jsonl")).isEmptyFile();
            spared += finished.size();
        }
        assertThat(midRun).as("kills that met a running process").isPositive();
        assertThat(spared)
                .as("candidates that were finished, but not committed")
                .isPositive();
    }

    @Test
    void aSecondProcessIsRefused() throws Exception {
        Path folder = home.resolve("shared");
        var setup = search(RunOpener.inMemory(), folder, "plain").setup();
        try (Journal<String> mine = Journal.open(folder, setup)) {
            // A second try from here must not cost this process its lock.
            assertThatIllegalStateException()
                    .isThrownBy(() -> Journal.open(folder, setup))
                    .withMessageContaining("Somebody else writes to");
            Process child = child(folder, "plain");
            String said = new String(child.getErrorStream().readAllBytes());
            assertThat(child.waitFor()).isNotZero();
            assertThat(said).contains("Somebody else writes to");
            assertThat(mine.message()).isEmpty();
        }
    }

    private byte[] whole(String kind) throws IOException {
        Path folder = home.resolve("whole-" + kind);
        run(folder, kind);
        return journal(folder);
    }

    private static int lastLineFeed(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static byte[] journal(Path folder) throws IOException {
        return Files.readAllBytes(folder.resolve("journal.jsonl"));
    }

    /** Candidates that operators made, and whose whole batch was written to the side; not those that are committed. */
    private static Set<Long> finished(Path folder, byte[] journal) throws IOException {
        Path file = folder.resolve("finished.jsonl");
        Set<Long> finished = new HashSet<>();
        if (Files.exists(file)) {
            try (var lines = new Lines(Files.newInputStream(file))) {
                lines.next();
                while (lines.next()) {
                    lines.object().get("candidates").forEach(entry -> finished.add(number(entry)));
                }
            }
        }
        for (String line : new String(journal, 0, lastLineFeed(journal)).split("\n")) {
            finished.remove(number(Json.MAPPER.readTree(line)));
        }
        return finished;
    }

    private static long number(JsonNode line) {
        return line.path("candidate").asLong(-1);
    }

    private static Set<Long> proposed(Path folder) throws IOException {
        Set<Long> proposed = new HashSet<>();
        if (Files.exists(folder.resolve(PROPOSED))) {
            Files.readAllLines(folder.resolve(PROPOSED)).forEach(line -> proposed.add(Long.valueOf(line)));
        }
        return proposed;
    }

    private static void awaitFirstBatch(Process child, Path folder) throws Exception {
        Path file = folder.resolve("journal.jsonl");
        while (child.isAlive() && (!Files.exists(file) || Files.size(file) < 2_000)) {
            child.waitFor(1, TimeUnit.MILLISECONDS);
        }
    }

    private static Process child(Path folder, String kind) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillTest.class.getName(),
                        folder.toString(),
                        kind)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The child: one run to its end. */
    public static void main(String[] arguments) {
        run(Path.of(arguments[0]), arguments[1]);
    }

    private static void run(Path folder, String kind) {
        RunOpener opener = new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return new Run<>(setup, threads, Journal.open(folder, setup));
            }
        };
        try (var closing = new Closing(search(opener, folder, kind))) {
            RunFolders.runUpTo(closing.search(), CANDIDATES);
        }
    }

    private record Closing(Search<String> search) implements AutoCloseable {
        @Override
        public void close() {
            search.close();
        }
    }

    @SuppressWarnings("unchecked") // a generic array of two operators
    private static Search<String> search(RunOpener opener, Path folder, String kind) {
        Search<String> search = TestRuns.search(opener, false, 4);
        var edits = new Slow(TestRuns.edits(false), folder.resolve(PROPOSED));
        return kind.equals("plain")
                ? search.operators(edits)
                : search.operators(edits, new Slow(Letters.lowercase(), folder.resolve(PROPOSED)))
                        .mixture(Mixture.ucb1())
                        .strategy(Strategy.deepGrid(3));
    }

    /** Takes a random time, now and then a long one, and notes which candidates it was asked for. */
    private record Slow(Operator<String> fast, Path noted) implements Operator<String> {

        @Override
        public String name() {
            return fast.name();
        }

        @Override
        public int parents() {
            return fast.parents();
        }

        @Override
        public Selection selection() {
            return fast.selection();
        }

        @Override
        public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
            var numbers = new ArrayList<String>();
            plans.forEach(plan -> numbers.add(Long.toString(plan.candidate())));
            try {
                Files.write(noted, numbers, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            var random = ThreadLocalRandom.current();
            LockSupport.parkNanos(random.nextInt(20) == 0 ? 20_000_000 : random.nextInt(2_000_000));
            return fast.propose(plans, context);
        }
    }
}

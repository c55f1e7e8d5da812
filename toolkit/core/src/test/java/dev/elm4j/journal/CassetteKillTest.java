package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.TextExchange;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Cassette;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.Search;
import dev.elm4j.search.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that asks a "model" that answers otherwise every time, at random moments, and goes on. Each call that is
 * really made is noted before its answer comes. Where {@code ELM4J_LONG} is set, the long form: 200 kills.
 */
class CassetteKillTest {

    private static final String NOTED = "calls.txt";
    private static final int CANDIDATES = 200;
    /** Some runs end by it, some at their goal. */
    private static final int CAP = 385;

    @TempDir
    Path home;

    @Test
    void noRecordedAnswerIsAskedForAgainAndAllLivesTogetherKeepTheCap() throws Exception {
        int kills = System.getenv("ELM4J_LONG") == null ? 10 : 200;
        var random = new SplittableRandom(20261127);
        int midRun = 0;
        int number = 0;
        for (int done = 0; done < kills || midRun == 0 && done < 10 * kills; number++) {
            Path folder = home.resolve("run-" + number);
            Set<String> recorded = Set.of();
            int noted = 0;
            for (int life = 0; life < 3; life++, done++) {
                boolean ended = live(folder, random.nextInt(500_000));
                midRun += ended ? 0 : 1;
                noted = requireNothingTwice(folder, recorded, noted);
                recorded = recorded(folder);
            }
            goOn(folder, Cassette.RECORDING);
            noted = requireNothingTwice(folder, recorded, noted);
            Path replay = home.resolve("replay-" + number);
            goOn(replay, Cassette.offline(folder));
            assertThat(replay.resolve(NOTED)).doesNotExist();
            assertThat(Files.readString(replay.resolve("journal.jsonl")))
                    .isEqualTo(Files.readString(folder.resolve("journal.jsonl")));
        }
        assertThat(midRun).as("kills that met a running process").isPositive();
    }

    /** One process, killed after so many microseconds from its first call on; whether it came to its end before. */
    private static boolean live(Path folder, int micros) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process child = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CassetteKillTest.class.getName(),
                        folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long before = noted(folder).size();
        while (child.isAlive() && noted(folder).size() == before) {
            child.waitFor(1, TimeUnit.MILLISECONDS);
        }
        boolean ended = child.waitFor(micros, TimeUnit.MICROSECONDS);
        child.destroyForcibly().waitFor();
        return ended;
    }

    /** @return how many calls were noted so far */
    private static int requireNothingTwice(Path folder, Set<String> recorded, int before) throws IOException {
        List<String> calls = noted(folder);
        assertThat(calls.subList(before, calls.size()))
                .filteredOn(recorded::contains)
                .isEmpty();
        assertThat(calls).hasSizeLessThanOrEqualTo(CAP);
        return calls.size();
    }

    private static List<String> noted(Path folder) throws IOException {
        Path file = folder.resolve(NOTED);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Requests that have an answer, up to a torn end. */
    private static Set<String> recorded(Path folder) throws IOException {
        var recorded = new HashSet<String>();
        Path file = folder.resolve("cassette.jsonl");
        if (Files.exists(file)) {
            try (var lines = new Lines(Files.newInputStream(file))) {
                while (lines.next()) {
                    JsonNode line = lines.object();
                    if (line.has("answer")) {
                        recorded.add(line.get("request").asText());
                    }
                }
            }
        }
        return recorded;
    }

    /** The child. */
    public static void main(String[] arguments) {
        goOn(Path.of(arguments[0]), Cassette.RECORDING);
    }

    private static void goOn(Path folder, Cassette cassette) {
        RunOpener opener = new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return new Run<>(setup, threads, Journal.open(folder, setup));
            }
        };
        UnaryOperator<String> model = request -> {
            note(folder, request);
            LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(8_000_000));
            return Asking.atRandom(request);
        };
        var asking = new Asking(model, TextExchange.ONE_BY_ONE, "Please");
        Search<String> search = Search.of(asking.environment(), opener)
                .operators(asking.operator())
                .budget(Budget.candidates(CANDIDATES).calls(CAP))
                .cassette(cassette)
                .slots(4);
        search.run(CANDIDATES);
        search.close();
    }

    private static void note(Path folder, String request) {
        try {
            Files.writeString(
                    folder.resolve(NOTED), request + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.search.Run;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.Search;
import dev.elm4j.search.Setup;
import dev.elm4j.search.TestRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process in the middle of a run, at random moments, and lets another one go on. Where {@code ELM4J_LONG} is set, the
 * long form: 200 kills.
 */
class KillTest {

    private static final int CANDIDATES = 4_000;

    @TempDir
    Path home;

    @Test
    void aKilledRunResumesToTheBytesOfTheUninterruptedOne() throws Exception {
        run(home.resolve("whole"));
        byte[] whole = journal("whole");
        int kills = System.getenv("ELM4J_LONG") == null ? 6 : 200;
        var random = new SplittableRandom(20261104);
        int midRun = 0;
        for (int i = 0; i < kills; i++) {
            String name = "killed-" + i;
            Process child = child(home.resolve(name));
            awaitFirstBatch(child, home.resolve(name));
            boolean ended = child.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            midRun += ended ? 0 : 1;
            byte[] left = journal(name);
            run(home.resolve(name));
            assertThat(journal(name)).as("killed after %d bytes", left.length).isEqualTo(whole);
            int kept = lastLineFeed(left);
            assertThat(journal(name)).startsWith(java.util.Arrays.copyOf(left, kept));
        }
        assertThat(midRun).as("kills that met a running process").isPositive();
    }

    @Test
    void aSecondProcessIsRefused() throws Exception {
        Path folder = home.resolve("shared");
        var setup = TestRuns.search(RunOpener.inMemory(), false, 1).setup();
        try (Journal<String> mine = Journal.open(folder, setup)) {
            Process child = child(folder);
            String said = new String(child.getErrorStream().readAllBytes());
            assertThat(child.waitFor()).isNotZero();
            assertThat(said).contains("Somebody else writes to");
            assertThat(mine.message()).isEmpty();
        }
    }

    private static int lastLineFeed(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private byte[] journal(String name) throws IOException {
        return Files.readAllBytes(home.resolve(name).resolve("journal.jsonl"));
    }

    private static void awaitFirstBatch(Process child, Path folder) throws Exception {
        Path file = folder.resolve("journal.jsonl");
        while (child.isAlive() && (!Files.exists(file) || Files.size(file) < 2_000)) {
            child.waitFor(1, TimeUnit.MILLISECONDS);
        }
    }

    private static Process child(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), KillTest.class.getName(), folder.toString())
                .start();
    }

    /** The child: one run to its end. */
    public static void main(String[] arguments) {
        run(Path.of(arguments[0]));
    }

    private static void run(Path folder) {
        RunOpener opener = new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return new Run<>(setup, threads, Journal.open(folder, setup));
            }
        };
        Search<String> search = TestRuns.search(opener, false, 2);
        long left = CANDIDATES - search.progress().candidates();
        if (left > 0) {
            search.run((int) left);
        }
        search.close();
    }
}

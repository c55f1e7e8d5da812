package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.search.Search;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Long runs fit into little memory: a child with a small heap runs, resumes and shows one. Where {@code ELM4J_LONG} is set,
 * the long form: 1,000,000 candidates in 256 MB.
 */
class ScaleTest {

    @TempDir
    Path home;

    @Test
    void aLongRunNeedsLittleMemoryToRunToResumeAndToBeShown() throws Exception {
        boolean isLong = System.getenv("ELM4J_LONG") != null;
        String candidates = isLong ? "1000000" : "20000";
        Process child = child(isLong ? "-Xmx256m" : "-Xmx16m", candidates);
        String said = new String(child.getInputStream().readAllBytes());
        assertThat(child.waitFor()).as("%s", said).isZero();
        assertThat(said).contains("resumed " + candidates).contains("shown " + candidates);
    }

    private Process child(String heap, String candidates) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("java.class.path");
        return new ProcessBuilder(
                        java,
                        heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        path,
                        ScaleTest.class.getName(),
                        home.toString(),
                        candidates)
                .redirectErrorStream(true)
                .start();
    }

    /** The child. */
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        try (var runs = new RunFolders(home)) {
            sphere(runs).run(Integer.parseInt(arguments[1]));
        }
        try (var runs = new RunFolders(home)) {
            long begin = System.nanoTime();
            long resumed = sphere(runs).progress().candidates();
            System.out.printf("resumed %d in %.1f s%n", resumed, (System.nanoTime() - begin) / 1e9);
        }
        System.out.printf(
                "shown %d%n", Journal.view(home.resolve("sphere")).commits().size());
    }

    private static Search<double[]> sphere(RunFolders runs) {
        return Search.of(Functions.sphere(10), runs).operators(Gaussian.of(0.5)).name("sphere");
    }
}

package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.JniUtils;
import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must not happen in a process that runs for days: gradient graphs, growing memory, answers that hang on callers. */
class InferenceGuardTest {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int ROWS = 8;
    private static final int STEPS = 250;

    private static LocalModel model;

    @BeforeAll
    static void load() {
        model = new RandomModel().load(Precision.FP32);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void noGraphIsRecordedWhicheverThreadCalls() throws Exception {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            // The engine's switch belongs to a thread: a fresh one would record.
            assertThat(worker.submit(JniUtils::isGradMode).get()).isTrue();
            assertThat(worker.submit(InferenceGuardTest::recording).get()).isFalse();
        } finally {
            worker.shutdown();
        }
        assertThat(recording()).isFalse();
    }

    @Test
    void memoryDoesNotGrowOverFiveThousandSteps() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(STATUS), "only Linux tells the memory of a process");
        for (int i = 0; i < 4; i++) {
            write(i);
        }
        long before = resident();
        for (int i = 0; i < 5000 / STEPS; i++) {
            write(i);
        }
        // Results that are not freed would come to 80 MB, caches to 30 MB.
        assertThat(resident() - before).isLessThan(20L << 20);
    }

    @Test
    void answersDoNotHangOnTheNumberOfCallers() throws Exception {
        List<Completion> expected = IntStream.range(0, 24).mapToObj(this::one).toList();
        for (int threads : new int[] {2, 7}) {
            ExecutorService callers = Executors.newFixedThreadPool(threads);
            try {
                List<Callable<Completion>> calls = new ArrayList<>();
                IntStream.range(0, 24).forEach(i -> calls.add(() -> one(i)));
                List<Completion> found = new ArrayList<>();
                for (Future<Completion> answer : callers.invokeAll(calls)) {
                    found.add(answer.get());
                }
                assertThat(found).isEqualTo(expected);
            } finally {
                callers.shutdown();
            }
        }
    }

    private Completion one(int seed) {
        CompletionRequest request =
                new CompletionRequest("caller " + seed, Sampling.of(1).tokens(2, 20), List.of(), seed);
        return model.complete(List.of(request), () -> false).get(0);
    }

    private static boolean recording() {
        return model.thread().call(() -> false, cancellation -> JniUtils.isGradMode());
    }

    private static void write(int round) {
        Sampling sampling = Sampling.of(1).tokens(STEPS, STEPS);
        model.complete(
                IntStream.range(0, ROWS)
                        .mapToObj(i -> new CompletionRequest("x", sampling, List.of(), 100L * round + i))
                        .toList(),
                () -> false);
    }

    private static long resident() throws IOException {
        System.gc();
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}

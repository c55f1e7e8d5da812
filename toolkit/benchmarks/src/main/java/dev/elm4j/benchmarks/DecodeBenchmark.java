package dev.elm4j.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.elm4j.local.LocalModel;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.model.Sampling;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Prints how fast a local model loads, writes and scores, and the resident memory, with the CPU's name.
 *
 * <p>Arguments: the model file (default: the default model under {@code ELM4J_HOME}), then batch sizes (default 1 8 32).
 * One thread is used unless the system property {@code ai.djl.pytorch.num_threads} says otherwise; {@code OMP_NUM_THREADS=1}
 * in the environment keeps the engine from starting more.
 */
public final class DecodeBenchmark {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int WARM_UP = 8;
    private static final int TOKENS = 64;
    private static final int REPEATS = 3;
    private static final String PROMPT = "The food was good and the waiter was kind. ".repeat(6);

    private DecodeBenchmark() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        if (System.getProperty("ai.djl.pytorch.num_threads") == null) {
            System.setProperty("ai.djl.pytorch.num_threads", "1");
        }
        System.out.println("CPU: " + cpu());
        long start = System.nanoTime();
        try (LocalModel model = LocalModel.of(file(arguments))) {
            System.out.printf("Load, engine included: %.2f s%n", seconds(start));
            System.out.println(model);
            memory("after load");
            int[] batches = arguments.length > 1
                    ? Arrays.stream(arguments)
                            .skip(1)
                            .mapToInt(Integer::parseInt)
                            .toArray()
                    : new int[] {1, 8, 32};
            for (int batch : batches) {
                decode(model, batch);
            }
            score(model);
        }
        memory("at the end");
    }

    private static void decode(LocalModel model, int batch) throws IOException {
        double[] rates = new double[REPEATS];
        double[] cpuRates = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            Duration some = write(model, batch, WARM_UP);
            Duration more = write(model, batch, WARM_UP + TOKENS);
            rates[i] = batch * TOKENS / (more.wall - some.wall);
            cpuRates[i] = batch * TOKENS / (more.cpu - some.cpu);
        }
        Arrays.sort(rates);
        Arrays.sort(cpuRates);
        System.out.printf(
                "Decode, batch %2d: %.0f tokens/s, %.0f per second of CPU time (medians of %d)%n",
                batch, rates[REPEATS / 2], cpuRates[REPEATS / 2], REPEATS);
        memory("after batch " + batch);
    }

    /** Seconds, on the clock and of the processors; the second tells more on a machine that does other work too. */
    private record Duration(double wall, double cpu) {}

    /** How long a batch of so many tokens each takes. */
    private static Duration write(LocalModel model, int batch, int tokens) {
        Sampling sampling = Sampling.of(1).tokens(tokens, tokens);
        List<CompletionRequest> requests = IntStream.range(0, batch)
                .mapToObj(i -> new CompletionRequest(PROMPT, sampling, List.of(), i))
                .toList();
        long start = System.nanoTime();
        long cpuStart = PROCESS.getProcessCpuTime();
        model.complete(requests, () -> false);
        return new Duration(seconds(start), (PROCESS.getProcessCpuTime() - cpuStart) / 1e9);
    }

    /** Ten sentences, two labels each, after a shared prefix. */
    private static void score(LocalModel model) {
        String prefix = "Review: I loved every bite.\nSentiment: positive\nReview: Never again.\nSentiment: negative\n";
        List<LikelihoodRequest> requests = IntStream.range(0, 10)
                .mapToObj(i -> new LikelihoodRequest(
                        prefix,
                        "Review: The soup number " + i + " was warm and the bread was fresh.\nSentiment:",
                        List.of(" positive", " negative")))
                .toList();
        double[] times = new double[REPEATS + 1];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            model.logLikelihoods(requests, () -> false);
            times[i] = seconds(start);
        }
        Arrays.sort(times);
        System.out.printf("Scoring, 10 sentences of 2 labels: %.0f sentences/s%n", 10 / times[REPEATS / 2]);
    }

    private static Path file(String[] arguments) {
        if (arguments.length > 0) {
            return Path.of(arguments[0]);
        }
        String home = System.getenv().getOrDefault("ELM4J_HOME", System.getProperty("user.home") + "/.elm4j");
        return Path.of(home, "models", "SmolLM2-135M-Instruct.Q4_1.gguf");
    }

    private static String cpu() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst(".*: ", ""))
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static void memory(String when) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                    .forEach(line -> System.out.printf("  %s, %s%n", when, line.replaceAll("\\s+", " ")));
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

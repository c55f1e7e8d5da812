package dev.elm4j.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.elm4j.local.LocalModel;
import dev.elm4j.local.LocalSettings;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.model.Likelihoods;
import dev.elm4j.model.Sampling;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Prints how fast a local model loads, writes and scores, and its resident memory, with the CPU's name; beside Transformers
 * and llama.cpp if asked.
 *
 * <p>Arguments: {@code --peers}, then the model file (default: the default model under {@code ELM4J_HOME}), then batch sizes
 * (default 1 8 32). With {@code --peers} a virtual environment is made in a temporary folder, Transformers and
 * llama-cpp-python are installed there (some gigabytes and minutes) and run on the same weights and prompts, and the folder
 * is removed; {@code ELM4J_PEERS} may name an environment that has them. One thread is used unless the system property
 * {@code ai.djl.pytorch.num_threads} says otherwise; the peers always use one.
 */
public final class DecodeBenchmark {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int WARM_UP = 8;
    private static final int TOKENS = 64;
    private static final int REPEATS = 3;

    private DecodeBenchmark() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean peers = words.remove("--peers");
        Path file = words.isEmpty() ? defaultModel() : Path.of(words.get(0));
        int[] batches = words.size() > 1
                ? words.stream().skip(1).mapToInt(Integer::parseInt).toArray()
                : new int[] {1, 8, 32};
        System.out.println(Host.header(
                "A model in the kernel writes and scores", "faster than Transformers at every batch, one thread each"));
        ours(file, batches);
        if (peers) {
            DecodePeers.run(file, batches);
        }
    }

    private static void ours(Path file, int[] batches) {
        String set = System.getProperty("ai.djl.pytorch.num_threads", "1");
        long start = System.nanoTime();
        try (LocalModel model = LocalModel.of(file, LocalSettings.defaults().threads(Integer.parseInt(set)))) {
            System.out.printf("%n-- ELM4J: %s%n", model);
            System.out.printf("load, engine included: %.2f s%n", seconds(start));
            memory("after load");
            for (int batch : batches) {
                decode(model, batch);
            }
            score(model);
            judge(model);
        }
        memory("at the end");
    }

    /** The time of the prompt falls out: it is in both lengths. */
    private static void decode(LocalModel model, int batch) {
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
                "decode, batch %2d: %.0f tokens/s, %.0f per second of CPU time (medians of %d)%n",
                batch, rates[REPEATS / 2], cpuRates[REPEATS / 2], REPEATS);
    }

    /** Seconds, on the clock and of the processors; the second tells more on a machine that does other work too. */
    private record Duration(double wall, double cpu) {}

    /** How long a batch of so many tokens each takes. */
    private static Duration write(LocalModel model, int batch, int tokens) {
        Sampling sampling = Sampling.of(1).tokens(tokens, tokens);
        List<CompletionRequest> requests = IntStream.range(0, batch)
                .mapToObj(i -> new CompletionRequest(DecodePeers.PROMPT, sampling, List.of(), i))
                .toList();
        long start = System.nanoTime();
        long cpuStart = PROCESS.getProcessCpuTime();
        model.complete(requests, () -> false);
        return new Duration(seconds(start), (PROCESS.getProcessCpuTime() - cpuStart) / 1e9);
    }

    /** Eight texts of about 64 tokens, every token of which is scored. */
    private static void score(LocalModel model) {
        List<LikelihoodRequest> requests = DecodePeers.texts().stream()
                .map(text -> new LikelihoodRequest(
                        "", text.substring(0, DecodePeers.FIRST), List.of(text.substring(DecodePeers.FIRST))))
                .toList();
        int tokens = model.logLikelihoods(requests, () -> false).stream()
                .mapToInt(Likelihoods::inputTokens)
                .sum();
        System.out.printf("score, 8 texts of %d tokens: %.0f tokens/s%n", tokens / 8, tokens / median(model, requests));
    }

    /** Ten sentences, two labels each, after a declared prefix. */
    private static void judge(LocalModel model) {
        List<LikelihoodRequest> requests = DecodePeers.sentences().stream()
                .map(sentence -> new LikelihoodRequest(
                        DecodePeers.PREFIX, "Review: " + sentence + "\nSentiment:", List.of(" positive", " negative")))
                .toList();
        System.out.printf(
                "judge, 10 sentences of 2 labels, prefix kept: %.0f sentences/s%n", 10 / median(model, requests));
    }

    private static double median(LocalModel model, List<LikelihoodRequest> requests) {
        model.logLikelihoods(requests, () -> false);
        double[] times = new double[REPEATS];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            model.logLikelihoods(requests, () -> false);
            times[i] = seconds(start);
        }
        Arrays.sort(times);
        return times[REPEATS / 2];
    }

    private static Path defaultModel() {
        String home = System.getenv().getOrDefault("ELM4J_HOME", System.getProperty("user.home") + "/.elm4j");
        return Path.of(home, "models", "SmolLM2-135M-Instruct.Q4_1.gguf");
    }

    private static void memory(String when) {
        System.out.printf("resident %s: %d MB, at most %d MB%n", when, Host.memory("VmRSS"), Host.memory("VmHWM"));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
